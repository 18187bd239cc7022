import { createRootRoute, createRoute, createRouter, Link, Navigate } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../modules/access/console/index.ts';
import {
  loadAnswersPage,
  loadCalendarPage,
  loadDayPage,
  loadMatterPage,
  loadOpenPage,
  loadProcedurePage,
  loadProceduresPage,
  loadQueuePage,
  loadSettingsPage,
  loadTemplatesPage,
  readDaySearch,
  readMatterSearch,
  readQueueSearch,
} from '../../modules/matters/console/index.ts';
import {
  loadBodiesPage,
  loadBodyPage,
  loadChainsPage,
  loadCommunityChains,
  loadMyDeputiesPage,
  loadOfficersPage,
  loadStaffPage,
  loadVacanciesPage,
  loadWorkbookPage,
  readStaffSearch,
} from '../../modules/bodies/console/index.ts';
import {
  loadDeskPage,
  loadMeetingPage,
  loadMeetingsPage,
  loadReceptionPage,
  loadRepeatsPage,
} from '../../modules/coordination/console/index.ts';
import { loadInboxPage, loadOutboxPage } from '../../modules/notices/console/index.ts';
import { loadDisclosuresDue, loadDisclosuresPage, loadKeysPage } from '../../modules/openness/console/index.ts';
import {
  loadBehindPage,
  loadOverviewPage,
  loadAreaProfilePage,
  loadReportPage,
  loadReportsPage,
  loadWallPage,
  readAreaSearch,
  readBehindSearch,
} from '../../modules/insight/console/index.ts';
import {
  loadAreaPage,
  loadAreasPage,
  loadCommunitiesPage,
  loadDivisionsPage,
  loadGridsPage,
} from '../../modules/territory/console/index.ts';
import { loadAccountsPage, loadMyAccountPage } from '../../modules/access/console/index.ts';
import {
  loadCommunityChoice,
  loadDutiesPage,
  loadRegisterPage,
  readRegisterSearch,
} from '../../modules/requests/console/index.ts';
import { loadPartnersPage } from '../../modules/partners/console/index.ts';
import { Loading, NotForPost, PageFailed } from '../../ui/console/states.tsx';
import { ManagePage } from './manage.tsx';
import { listsOwn, More, Preview } from './matter-parts.tsx';
import { Shell } from './shell.tsx';

const QueuePage = lazy(async () => ({ default: (await loadQueuePage()).QueuePage }));
const MatterPage = lazy(async () => ({ default: (await loadMatterPage()).MatterPage }));
const AreasPage = lazy(async () => ({ default: (await loadAreasPage()).AreasPage }));
const AreaPage = lazy(async () => ({ default: (await loadAreaPage()).AreaPage }));
const AnswersPage = lazy(async () => ({ default: (await loadAnswersPage()).AnswersPage }));
const ProceduresPage = lazy(async () => ({ default: (await loadProceduresPage()).ProceduresPage }));
const ProcedurePage = lazy(async () => ({ default: (await loadProcedurePage()).ProcedurePage }));
const OpenPage = lazy(async () => ({ default: (await loadOpenPage()).OpenPage }));
const StaffPage = lazy(async () => ({ default: (await loadStaffPage()).StaffPage }));
const VacanciesPage = lazy(async () => ({ default: (await loadVacanciesPage()).VacanciesPage }));
const OfficersPage = lazy(async () => ({ default: (await loadOfficersPage()).OfficersPage }));
const MyDeputiesPage = lazy(async () => ({ default: (await loadMyDeputiesPage()).MyDeputiesPage }));
const CalendarPage = lazy(async () => ({ default: (await loadCalendarPage()).CalendarPage }));
const TemplatesPage = lazy(async () => ({ default: (await loadTemplatesPage()).TemplatesPage }));
const SettingsPage = lazy(async () => ({ default: (await loadSettingsPage()).SettingsPage }));
const InboxPage = lazy(async () => ({ default: (await loadInboxPage()).InboxPage }));
const OutboxPage = lazy(async () => ({ default: (await loadOutboxPage()).OutboxPage }));
const RegisterPage = lazy(async () => ({ default: (await loadRegisterPage()).RegisterPage }));
const CommunitiesPage = lazy(async () => ({ default: (await loadCommunitiesPage()).CommunitiesPage }));
const DivisionsPage = lazy(async () => ({ default: (await loadDivisionsPage()).DivisionsPage }));
const GridsPage = lazy(async () => ({ default: (await loadGridsPage()).GridsPage }));
const MyAccountPage = lazy(async () => ({ default: (await loadMyAccountPage()).MyAccountPage }));
const AccountsPage = lazy(async () => ({ default: (await loadAccountsPage()).AccountsPage }));
const KeysPage = lazy(async () => ({ default: (await loadKeysPage()).KeysPage }));
const PartnersPage = lazy(async () => ({ default: (await loadPartnersPage()).PartnersPage }));
const DisclosuresPage = lazy(async () => ({ default: (await loadDisclosuresPage()).DisclosuresPage }));
const DisclosuresDue = lazy(async () => ({ default: (await loadDisclosuresDue()).DisclosuresDue }));
const WorkbookPage = lazy(async () => ({ default: (await loadWorkbookPage()).WorkbookPage }));
const BodiesPage = lazy(async () => ({ default: (await loadBodiesPage()).BodiesPage }));
const BodyPage = lazy(async () => ({ default: (await loadBodyPage()).BodyPage }));
const ChainsPage = lazy(async () => ({ default: (await loadChainsPage()).ChainsPage }));
const CommunityChains = lazy(async () => ({ default: (await loadCommunityChains()).CommunityChains }));
const MeetingsPage = lazy(async () => ({ default: (await loadMeetingsPage()).MeetingsPage }));
const RepeatsPage = lazy(async () => ({ default: (await loadRepeatsPage()).RepeatsPage }));
const DeskPage = lazy(async () => ({ default: (await loadDeskPage()).DeskPage }));
const ReceptionPage = lazy(async () => ({ default: (await loadReceptionPage()).ReceptionPage }));
const MeetingPage = lazy(async () => ({ default: (await loadMeetingPage()).MeetingPage }));
const DutiesPage = lazy(async () => ({ default: (await loadDutiesPage()).DutiesPage }));
const CommunityChoice = lazy(async () => ({ default: (await loadCommunityChoice()).CommunityChoice }));
const DayPage = lazy(async () => ({ default: (await loadDayPage()).DayPage }));
const OverviewPage = lazy(async () => ({ default: (await loadOverviewPage()).OverviewPage }));
const AreaProfilePage = lazy(async () => ({ default: (await loadAreaProfilePage()).AreaProfilePage }));
const BehindPage = lazy(async () => ({ default: (await loadBehindPage()).BehindPage }));
const WallPage = lazy(async () => ({ default: (await loadWallPage()).WallPage }));
const ReportsPage = lazy(async () => ({ default: (await loadReportsPage()).ReportsPage }));
const ReportPage = lazy(async () => ({ default: (await loadReportPage()).ReportPage }));

/** What else the community owes, beside its matters. */
const Due = () =>
  useMay('disclosures.publish') && (
    <Suspense fallback={null}>
      <DisclosuresDue />
    </Suspense>
  );

const useMay = (permission: string): boolean => useMe().permissions.includes(permission);

/** A page for posts with this permission: whoever opens its address without it reads so at once, before forms that would be refused. */
const only = (permission: string, Page: () => ReactNode) =>
  function Only(): ReactNode {
    return useMay(permission) ? <Page /> : <NotForPost />;
  };

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const under = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const queue = createRoute({ ...under('/'), validateSearch: readQueueSearch, component: Queue });
const matter = createRoute({ ...under('/matters/$id'), validateSearch: readMatterSearch, component: Matter });
const day = createRoute({ ...under('/day'), validateSearch: readDaySearch, component: only('matters.read', Day) });
const register = createRoute({
  ...under('/register'),
  validateSearch: readRegisterSearch,
  component: only('matters.register', Register),
});
const open = createRoute({ ...under('/open/$id'), component: Open });
const procedures = createRoute({ ...under('/procedures'), component: () => <ProceduresPage /> });
const procedure = createRoute({ ...under('/procedures/$id'), component: Procedure });
const account = createRoute({ ...under('/account'), component: () => <MyAccountPage /> });
const accounts = createRoute({
  ...under('/manage/accounts'),
  component: only('accounts.administer', () => <AccountsPage />),
});
const notices = createRoute({ ...under('/notices'), component: only('matters.read', () => <InboxPage />) });
const calendar = createRoute({ ...under('/manage/calendar'), component: () => <CalendarPage /> });
const limits = createRoute({ ...under('/manage/limits'), component: () => <SettingsPage /> });
const templates = createRoute({ ...under('/manage/templates'), component: () => <TemplatesPage /> });
const outbox = createRoute({ ...under('/manage/outbox'), component: only('notices.operate', () => <OutboxPage />) });
const manage = createRoute({ ...under('/manage'), component: ManagePage });
const staff = createRoute({
  ...under('/manage/posts'),
  validateSearch: readStaffSearch,
  component: only('posts.read', Staff),
});
const vacancies = createRoute({
  ...under('/manage/vacancies'),
  component: only('posts.read', () => <VacanciesPage />),
});
const officers = createRoute({
  ...under('/manage/officers'),
  component: only('bodies.read', () => <OfficersPage />),
});
const myDeputies = createRoute({
  ...under('/manage/deputies'),
  component: only('posts.standIn', () => <MyDeputiesPage />),
});
const answers = createRoute({ ...under('/manage/answers'), component: only('figures.read', () => <AnswersPage />) });
const partners = createRoute({
  ...under('/manage/partners'),
  component: only('partners.connect', () => <PartnersPage />),
});
const keys = createRoute({ ...under('/manage/open311'), component: only('open311.keys', () => <KeysPage />) });
const disclosures = createRoute({
  ...under('/manage/disclosures'),
  component: only('disclosures.read', () => <DisclosuresPage />),
});
const workbook = createRoute({
  ...under('/manage/workbook'),
  component: only('district.administer', () => <WorkbookPage />),
});
const bodies = createRoute({ ...under('/manage/bodies'), component: only('bodies.read', () => <BodiesPage />) });
const body = createRoute({ ...under('/manage/bodies/$id'), component: only('bodies.read', BodyOf) });
const chains = createRoute({ ...under('/manage/chains'), component: only('bodies.read', () => <ChainsPage />) });
const chainsOf = createRoute({ ...under('/manage/chains/$code'), component: only('bodies.read', ChainsOf) });
const duties = createRoute({ ...under('/manage/duties'), component: only('bodies.read', Duties) });

const divisions = createRoute({ ...under('/manage/divisions'), component: Divisions });
const overview = createRoute({
  ...under('/overview'),
  validateSearch: readAreaSearch,
  component: only('figures.read', Overview),
});
const behind = createRoute({
  ...under('/overview/matters'),
  validateSearch: readBehindSearch,
  component: only('figures.read', MattersBehind),
});
const wall = createRoute({ ...under('/wall'), validateSearch: readAreaSearch, component: only('figures.read', Wall) });
const profile = createRoute({
  ...under('/area-profile'),
  validateSearch: readAreaSearch,
  component: only('figures.read', Profile),
});
const reports = createRoute({
  ...under('/reports'),
  validateSearch: readAreaSearch,
  component: only('figures.read', Reports),
});
const report = createRoute({ ...under('/reports/$id'), component: only('figures.read', Report) });

function Overview(): ReactNode {
  const { area: code } = overview.useSearch();
  return <OverviewPage key={code} {...overview.useSearch()} />;
}
function MattersBehind(): ReactNode {
  return <BehindPage search={behind.useSearch()} />;
}
function Wall(): ReactNode {
  return <WallPage {...wall.useSearch()} />;
}
function Profile(): ReactNode {
  const { area } = profile.useSearch();
  return <AreaProfilePage key={area} {...profile.useSearch()} />;
}
function Reports(): ReactNode {
  const mayMake = useMay('reports.make');
  return <ReportsPage {...reports.useSearch()} mayMake={mayMake} />;
}
function Report(): ReactNode {
  return <ReportPage id={report.useParams().id} />;
}

const meetings = createRoute({ ...under('/meetings'), component: only('meetings.read', () => <MeetingsPage />) });
const repeats = createRoute({ ...under('/repeats'), component: only('meetings.read', () => <RepeatsPage />) });
const coordination = createRoute({ ...under('/coordination'), component: only('matters.read', () => <DeskPage />) });
const reception = createRoute({ ...under('/reception'), component: only('reception.hold', () => <ReceptionPage />) });
const meeting = createRoute({ ...under('/meetings/$id'), component: only('meetings.read', Meeting) });

function Meeting(): ReactNode {
  const { id } = meeting.useParams();
  return <MeetingPage key={id} meetingId={id} />;
}
const areas = createRoute({ ...under('/manage/areas'), component: Areas });
const area = createRoute({ ...under('/manage/areas/$code'), component: Area });

function Areas(): ReactNode {
  return <AreasPage mayAdminister={useMe().permissions.includes('district.administer')} />;
}
function Divisions(): ReactNode {
  return <DivisionsPage mayAdminister={useMay('district.administer')} />;
}
function Area(): ReactNode {
  const { code } = area.useParams();
  return <AreaPage key={code} code={code} mayAdminister={useMe().permissions.includes('district.administer')} />;
}

const communities = createRoute({
  ...under('/manage/grids'),
  component: only('territory.edit', () => <CommunitiesPage />),
});
const grids = createRoute({ ...under('/manage/grids/$code'), component: only('territory.edit', Grids) });

function Grids(): ReactNode {
  const { code } = grids.useParams();
  return <GridsPage key={code} code={code} />;
}
function Queue(): ReactNode {
  const { post, permissions } = useMe();
  // Who keeps the posts has no matters: they begin where the district is kept.
  if (post && !permissions.includes('matters.read'))
    return <Navigate to={permissions.includes('figures.read') ? '/overview' : '/manage'} replace />;
  return <QueueOf />;
}
function QueueOf(): ReactNode {
  return <QueuePage search={readQueueSearch(queue.useSearch())} CommunityChoice={CommunityChoice} Due={Due} />;
}
function Matter(): ReactNode {
  const { id } = matter.useParams();
  const { step, into } = matter.useSearch();
  const begin = step === undefined ? undefined : { step, answers: into === undefined ? {} : { into } };
  return <MatterPage key={id} matterId={id} More={More} listsOwn={listsOwn} begin={begin} Preview={Preview} />;
}
function Register(): ReactNode {
  const { session } = register.useSearch();
  return <RegisterPage session={session} />;
}
function Day(): ReactNode {
  const { body } = day.useSearch();
  return <DayPage key={body} body={body} />;
}
function Open(): ReactNode {
  const { id } = open.useParams();
  return <OpenPage key={id} procedureId={id} CommunityChoice={CommunityChoice} />;
}
function Staff(): ReactNode {
  const { area } = staff.useSearch();
  return <StaffPage key={area} area={area} mayAdminister={useMe().permissions.includes('district.administer')} />;
}
function Procedure(): ReactNode {
  return <ProcedurePage procedureId={procedure.useParams().id} />;
}

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
    <main id="main" className="state">
      <h1 className="state-title">{t('notFound.title')}</h1>
      <Link to="/">{t('notFound.home')}</Link>
    </main>
  );
}

export const router = createRouter({
  routeTree: root.addChildren([
    queue,
    matter,
    day,
    register,
    open,
    procedures,
    procedure,
    account,
    manage,
    notices,
    calendar,
    limits,
    templates,
    outbox,
    accounts,
    staff,
    vacancies,
    officers,
    myDeputies,
    areas,
    area,
    divisions,
    communities,
    grids,
    answers,
    overview,
    behind,
    wall,
    profile,
    reports,
    report,
    keys,
    partners,
    disclosures,
    workbook,
    bodies,
    body,
    chains,
    chainsOf,
    duties,
    meetings,
    meeting,
    repeats,
    coordination,
    reception,
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
