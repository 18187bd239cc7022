import { createRootRoute, createRoute, createRouter, Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  loadMatterPage,
  loadOpenPage,
  loadProcedurePage,
  loadProceduresPage,
  loadQueuePage,
  readQueueSearch,
} from '../../modules/matters/console/index.ts';
import { useMe } from '../../modules/access/console/index.ts';
import {
  loadBodiesPage,
  loadBodyPage,
  loadChainsPage,
  loadCommunityChains,
  loadWorkbookPage,
} from '../../modules/bodies/console/index.ts';
import {
  CommunityChoice,
  loadDutiesPage,
  loadRegisterPage,
  loadRequestCard,
} from '../../modules/requests/console/index.ts';
import { Empty, Loading, PageFailed } from '../../ui/console/states.tsx';
import { ManagePage } from './manage.tsx';
import { Shell } from './shell.tsx';

const QueuePage = lazy(async () => ({ default: (await loadQueuePage()).QueuePage }));
const MatterPage = lazy(async () => ({ default: (await loadMatterPage()).MatterPage }));
const ProceduresPage = lazy(async () => ({ default: (await loadProceduresPage()).ProceduresPage }));
const ProcedurePage = lazy(async () => ({ default: (await loadProcedurePage()).ProcedurePage }));
const OpenPage = lazy(async () => ({ default: (await loadOpenPage()).OpenPage }));
const RegisterPage = lazy(async () => ({ default: (await loadRegisterPage()).RegisterPage }));
const WorkbookPage = lazy(async () => ({ default: (await loadWorkbookPage()).WorkbookPage }));
const BodiesPage = lazy(async () => ({ default: (await loadBodiesPage()).BodiesPage }));
const BodyPage = lazy(async () => ({ default: (await loadBodyPage()).BodyPage }));
const ChainsPage = lazy(async () => ({ default: (await loadChainsPage()).ChainsPage }));
const CommunityChains = lazy(async () => ({ default: (await loadCommunityChains()).CommunityChains }));
const DutiesPage = lazy(async () => ({ default: (await loadDutiesPage()).DutiesPage }));
const RequestCard = lazy(async () => ({ default: (await loadRequestCard()).RequestCard }));

/** What a module knows of its own matters, beside what the engine shows of all. */
const More = ({ matterId, procedureId }: { matterId: string; procedureId: string }) =>
  procedureId === 'resident-request' && (
    <Suspense fallback={<Loading />}>
      <RequestCard matterId={matterId} />
    </Suspense>
  );

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const under = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const queue = createRoute({ ...under('/'), validateSearch: readQueueSearch, component: Queue });
const matter = createRoute({ ...under('/matters/$id'), component: Matter });
const register = createRoute({ ...under('/register'), component: () => <RegisterPage /> });
const open = createRoute({ ...under('/open/$id'), component: Open });
const procedures = createRoute({ ...under('/procedures'), component: () => <ProceduresPage /> });
const procedure = createRoute({ ...under('/procedures/$id'), component: Procedure });
const manage = createRoute({ ...under('/manage'), component: ManagePage });
const workbook = createRoute({ ...under('/manage/workbook'), component: () => <WorkbookPage /> });
const bodies = createRoute({ ...under('/manage/bodies'), component: () => <BodiesPage /> });
const body = createRoute({ ...under('/manage/bodies/$id'), component: BodyOf });
const chains = createRoute({ ...under('/manage/chains'), component: () => <ChainsPage /> });
const chainsOf = createRoute({ ...under('/manage/chains/$code'), component: ChainsOf });
const duties = createRoute({ ...under('/manage/duties'), component: Duties });

function Queue(): ReactNode {
  return <QueuePage search={queue.useSearch()} CommunityChoice={CommunityChoice} />;
}
function Matter(): ReactNode {
  const { id } = matter.useParams();
  return <MatterPage key={id} matterId={id} More={More} />;
}
function Open(): ReactNode {
  const { id } = open.useParams();
  return <OpenPage key={id} procedureId={id} CommunityChoice={CommunityChoice} />;
}
function Procedure(): ReactNode {
  return <ProcedurePage procedureId={procedure.useParams().id} />;
}

const useMay = (permission: string): boolean => useMe().permissions.includes(permission);

function BodyOf(): ReactNode {
  const { id } = body.useParams();
  return <BodyPage key={id} bodyId={id} mayAdminister={useMay('district.administer')} />;
}
function ChainsOf(): ReactNode {
  const { code } = chainsOf.useParams();
  return <CommunityChains key={code} code={code} mayAdminister={useMay('district.administer')} />;
}
function Duties(): ReactNode {
  return <DutiesPage mayEdit={useMay('duties.edit')} />;
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <main id="main">
      <Empty title={t('notFound.title')}>
        <Link to="/">{t('notFound.home')}</Link>
      </Empty>
    </main>
  );
}

export const router = createRouter({
  routeTree: root.addChildren([
    queue,
    matter,
    register,
    open,
    procedures,
    procedure,
    manage,
    workbook,
    bodies,
    body,
    chains,
    chainsOf,
    duties,
  ]),
  basepath: '/console',
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
