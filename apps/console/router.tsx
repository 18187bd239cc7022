import { createRootRoute, createRoute, createRouter, Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  loadCalendarPage,
  loadMatterPage,
  loadOpenPage,
  loadProcedurePage,
  loadProceduresPage,
  loadQueuePage,
  loadSettingsPage,
  readQueueSearch,
} from '../../modules/matters/console/index.ts';
import { loadInboxPage, loadOutboxPage } from '../../modules/notices/console/index.ts';
import { CommunityChoice, loadRegisterPage, loadRequestCard } from '../../modules/requests/console/index.ts';
import { Empty, Loading, PageFailed } from '../../ui/console/states.tsx';
import { ManagePage } from './manage.tsx';
import { Shell } from './shell.tsx';

const QueuePage = lazy(async () => ({ default: (await loadQueuePage()).QueuePage }));
const MatterPage = lazy(async () => ({ default: (await loadMatterPage()).MatterPage }));
const ProceduresPage = lazy(async () => ({ default: (await loadProceduresPage()).ProceduresPage }));
const ProcedurePage = lazy(async () => ({ default: (await loadProcedurePage()).ProcedurePage }));
const OpenPage = lazy(async () => ({ default: (await loadOpenPage()).OpenPage }));
const CalendarPage = lazy(async () => ({ default: (await loadCalendarPage()).CalendarPage }));
const SettingsPage = lazy(async () => ({ default: (await loadSettingsPage()).SettingsPage }));
const InboxPage = lazy(async () => ({ default: (await loadInboxPage()).InboxPage }));
const OutboxPage = lazy(async () => ({ default: (await loadOutboxPage()).OutboxPage }));
const RegisterPage = lazy(async () => ({ default: (await loadRegisterPage()).RegisterPage }));
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
const notices = createRoute({ ...under('/notices'), component: () => <InboxPage /> });
const calendar = createRoute({ ...under('/manage/calendar'), component: () => <CalendarPage /> });
const limits = createRoute({ ...under('/manage/limits'), component: () => <SettingsPage /> });
const outbox = createRoute({ ...under('/manage/outbox'), component: () => <OutboxPage /> });
const manage = createRoute({ ...under('/manage'), component: ManagePage });

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
    notices,
    calendar,
    limits,
    outbox,
    manage,
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
