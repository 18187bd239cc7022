// Generated from the migrated database by "npm run types:db". Do not edit.
import type { ColumnType } from 'kysely';

type Timestamp = ColumnType<Date, Date | string, Date | string>;

/** The database fills it in when nothing is given. */
export type Filled<T> =
  T extends ColumnType<infer Read, infer Insert, infer Update>
    ? ColumnType<Read, Insert | undefined, Update>
    : ColumnType<T, T | undefined, T>;

/** The database alone fills it in. */
export type FilledAlways<T> = ColumnType<T, never, never>;

export type Database = {
  'access.reveals': {
    district_id: number;
    id: string;
    at: Timestamp;
    account_id: string;
    post_id: string;
    subject_kind: string;
    subject_id: string;
    purpose: string;
  };
  'accounts.account_events': {
    district_id: number;
    id: string;
    account_id: string;
    at: Timestamp;
    kind: string;
    by_account_id: string | null;
    reason: string | null;
    told_at: Timestamp | null;
  };
  'accounts.accounts': {
    district_id: number;
    id: string;
    login: string;
    name_zh: string;
    name_en: string;
    password_hash: string | null;
    is_demo: Filled<boolean>;
    failed_attempts: Filled<number>;
    locked_until: Timestamp | null;
    created_at: Timestamp;
    state: Filled<string>;
    must_change_password: Filled<boolean>;
    password_set_at: Timestamp | null;
  };
  'accounts.attempts': {
    district_id: number;
    subject: ColumnType<Buffer, Uint8Array, Uint8Array>;
    failed: number;
    since: Timestamp;
    closed_until: Timestamp | null;
  };
  'accounts.devices': {
    district_id: number;
    token_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
    account_id: string;
    last_used_at: Timestamp;
  };
  'accounts.factor_requirements': {
    district_id: number;
    id: string;
    at: Timestamp;
    by_account_id: string;
    reach: string;
    post_kinds: Filled<string[]>;
    grace_days: number;
  };
  'accounts.factors': {
    district_id: number;
    account_id: string;
    secret_sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
    made_at: Timestamp;
    confirmed_at: Timestamp | null;
    last_step: Filled<number>;
  };
  'accounts.phone_codes': {
    district_id: number;
    flow_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
    phone_index: ColumnType<Buffer, Uint8Array, Uint8Array>;
    phone_sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
    code_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
    tries: Filled<number>;
    made_at: Timestamp;
    expires_at: Timestamp;
  };
  'accounts.recovery_codes': {
    district_id: number;
    account_id: string;
    code_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
    used_at: Timestamp | null;
  };
  'accounts.resident_sessions': {
    district_id: number;
    token_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
    phone_index: ColumnType<Buffer, Uint8Array, Uint8Array>;
    phone_sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
    created_at: Timestamp;
    last_seen_at: Timestamp;
    expires_at: Timestamp;
  };
  'accounts.sessions': {
    district_id: number;
    token_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
    account_id: string;
    acting_post_id: string | null;
    created_at: Timestamp;
    last_seen_at: Timestamp;
    expires_at: Timestamp;
    id: Filled<string>;
    device: Filled<string>;
    way: Filled<string>;
    awaits_factor: Filled<boolean>;
    proved_at: Timestamp | null;
  };
  'accounts.sso_links': {
    district_id: number;
    issuer: string;
    subject: string;
    account_id: string;
    linked_at: Timestamp;
    linked_by_account_id: string;
  };
  'bodies.appointments': {
    district_id: number;
    id: string;
    post_id: string;
    account_id: string;
    from_on: string;
    to_on: string | null;
    ended_at: Timestamp | null;
    end_ground: string | null;
  };
  'bodies.bodies': {
    district_id: number;
    id: string;
    kind: string;
    name_zh: string;
    name_en: string;
    area_code: string;
    phone_public: string | null;
    duties: Filled<string[]>;
    succeeded_by: string | null;
    is_only: Filled<boolean>;
  };
  'bodies.charges': {
    district_id: number;
    id: string;
    rung: string;
    area_code: string;
    place: Filled<string>;
    front: Filled<string>;
    post_id: string;
    from_on: string;
    ended_on: string | null;
    set_by_post_id: string | null;
  };
  'bodies.deputies': {
    district_id: number;
    id: string;
    appointment_id: string;
    account_id: string;
    from_on: string;
    to_on: string;
    ended_at: Timestamp | null;
    may_sign: boolean;
    reason: string;
  };
  'bodies.links': {
    district_id: number;
    from_body_id: string;
    to_body_id: string;
    kind: string;
  };
  'bodies.moves': {
    district_id: number;
    change_id: string;
    subject_id: string;
    subject: string;
    from_area: string;
    to_area: string;
    from_body: string | null;
    to_body: string | null;
    at: Timestamp;
  };
  'bodies.posts': {
    district_id: number;
    id: string;
    body_id: string;
    kind: string;
    name_zh: string;
    name_en: string;
    area_code: string;
    is_head: boolean;
    tenure: string;
    closed_on: string | null;
    phone_public: string | null;
    duty: string | null;
  };
  'bodies.staff_changes': {
    district_id: number;
    id: string;
    at: Timestamp;
    by_account_id: string;
    by_post_id: string;
    kind: string;
    post_id: string;
    account_id: string | null;
    subject_id: string;
    ground: string | null;
    note: string;
  };
  'coordination.advice': {
    district_id: number;
    matter_id: string;
    seq: number;
    question: string;
    advice: string;
    body_id: string;
    at: Timestamp;
  };
  'coordination.agenda_items': {
    district_id: number;
    id: string;
    meeting_id: string;
    matter_id: string | null;
    number: string | null;
    area_code: string;
    topic: string;
    cause: string;
    reason: string;
    added_at: Timestamp;
    added_by_account_id: string;
    added_by_body_id: string;
    outcome: string | null;
    outcome_command: string | null;
    outcome_reason: string | null;
    decided_at: Timestamp | null;
    to_body_id: string | null;
    due_on: string | null;
    opened_id: string | null;
    opened_number: string | null;
  };
  'coordination.alike': {
    district_id: number;
    by_place: boolean;
    community_code: string;
    subdistrict_code: FilledAlways<string | null>;
    subject: string;
    place_key: string;
    n: number;
    open: number;
    last_at: Timestamp;
  };
  'coordination.alike_changes': {
    district_id: number;
    id: FilledAlways<number>;
    community_code: string;
    subject: string;
    place_key: string;
    opened_at: Timestamp;
    n: number;
    open: number;
  };
  'coordination.alike_since': {
    district_id: number;
    since: Timestamp;
  };
  'coordination.attendance': {
    district_id: number;
    meeting_id: string;
    body_id: string;
    came: string;
    who: string;
    noted_at: Timestamp;
    noted_by_account_id: string;
  };
  'coordination.bookings': {
    district_id: number;
    id: string;
    day_id: string;
    slot: number;
    number: string;
    topic: string;
    booked_at: Timestamp;
    cancelled_at: Timestamp | null;
    matter_id: string | null;
  };
  'coordination.meetings': {
    district_id: number;
    id: string;
    area_code: string;
    rhythm: string;
    held_on: string;
    place: string;
    convened_at: Timestamp;
    convened_by_account_id: string;
    convened_by_post_id: string;
    concluded_at: Timestamp | null;
    concluded_by_account_id: string | null;
  };
  'coordination.occurrences': {
    district_id: number;
    matter_id: string;
    area_code: string;
    community_code: string;
    subject: string;
    place: string;
    place_key: string;
    opened_at: Timestamp;
    is_open: boolean;
  };
  'coordination.reception_days': {
    district_id: number;
    id: string;
    area_code: string;
    leader: string;
    held_on: string;
    begins: string;
    slot_minutes: number;
    slots: number;
    place: string;
    announced_at: Timestamp;
    announced_by_account_id: string;
  };
  'coordination.thresholds': {
    district_id: number;
    id: string;
    amount: number;
    source: string;
    set_at: Timestamp;
    set_by_account_id: string;
  };
  'insight.area_days': {
    district_id: number;
    area_code: string;
    on_day: string;
    measure: string;
    detail: string;
    n: number;
  };
  'insight.day_changes': {
    district_id: number;
    id: FilledAlways<number>;
    area_code: string;
    on_day: string;
    procedure_id: string;
    measure: string;
    detail: string;
    subject: string;
    n: number;
  };
  'insight.days': {
    district_id: number;
    on_day: string;
    area_code: string;
    body_id: string;
    procedure_id: string;
    measure: string;
    detail: string;
    n: number;
  };
  'insight.kind_days': {
    district_id: number;
    area_code: string;
    on_day: string;
    measure: string;
    subject: string;
    n: number;
  };
  'insight.reports': {
    district_id: number;
    id: string;
    kind: string;
    area_code: string | null;
    body_id: string | null;
    from_day: string;
    until_day: string;
    made_at: Timestamp;
    made_by: string;
    content: ColumnType<unknown, string, string>;
  };
  'insight.tallies': {
    district_id: number;
    matter_id: string;
    seq: number;
    measure: string;
    detail: Filled<string>;
    at: Timestamp;
    on_day: string;
    area_code: string;
    body_id: string;
    procedure_id: string;
    subject: string;
  };
  'matters.attachments': {
    district_id: number;
    id: string;
    sha256: string;
    media_type: string;
    bytes: number;
    width: number;
    height: number;
    made_at: Timestamp;
    matter_id: string | null;
    seq: number | null;
    field: string | null;
  };
  'matters.calendar_days': {
    district_id: number;
    day: string;
    works: boolean;
    reason: string;
    source: string;
    set_by: string | null;
    set_at: Timestamp;
  };
  'matters.calendars': {
    district_id: number;
    stamp: string;
    timetable: ColumnType<unknown, string, string> | null;
    announced_years: Filled<number[]>;
    counted_by: string | null;
    set_by: string | null;
    set_at: Timestamp;
    moved: Filled<number>;
  };
  'matters.clocks': {
    district_id: number;
    matter_id: string;
    clock: string;
    run: number;
    started_at: Timestamp;
    due_at: Timestamp | null;
    provisional: boolean;
    pauses: Filled<ColumnType<unknown, string, string>>;
    ended_at: Timestamp | null;
    ending: string | null;
    missed_at: Timestamp | null;
    extensions: Filled<ColumnType<unknown, string, string>>;
    due_on: string | null;
    near_at: Timestamp | null;
    near_look_at: Timestamp | null;
    turned_into: string | null;
    set_amount: number | null;
  };
  'matters.commands': {
    district_id: number;
    command_id: string;
    matter_id: string;
    step: string;
    seq: number;
    at: Timestamp;
  };
  'matters.counts': {
    district_id: number;
    area_code: string;
    procedure_id: string;
    state: string;
    outcome: string;
    n: number;
    first_outcome: Filled<string>;
    reopenings: Filled<number>;
  };
  'matters.day_closes': {
    district_id: number;
    id: string;
    body_id: string;
    day: string;
    kind: string;
    at: Timestamp;
    account_id: string;
    stayed: number;
    turn: number;
  };
  'matters.digest_leaves': {
    district_id: number;
    day: string;
    leaf: ColumnType<Buffer, Uint8Array, Uint8Array>;
    matter_id: string;
    seq: number;
    salt: ColumnType<Buffer, Uint8Array, Uint8Array>;
  };
  'matters.digests': {
    district_id: number;
    day: string;
    leaves: number;
    root: ColumnType<Buffer, Uint8Array, Uint8Array>;
    prev: ColumnType<Buffer, Uint8Array, Uint8Array>;
    digest: ColumnType<Buffer, Uint8Array, Uint8Array>;
    made_at: Timestamp;
  };
  'matters.links': {
    district_id: number;
    kind: string;
    from_matter_id: string;
    from_number: string;
    to_matter_id: string;
    to_number: string;
    from_seq: number;
    to_seq: number;
    at: Timestamp;
  };
  'matters.lookers': {
    district_id: number;
    matter_id: string;
    account_id: string;
    body_id: string;
    until: Timestamp;
  };
  'matters.matters': {
    district_id: number;
    id: string;
    number: string;
    procedure_id: string;
    procedure_version: number;
    state: string;
    stage: string;
    awaits: string;
    outcome: string | null;
    title: string;
    place: string;
    area_code: string;
    subdistrict_code: string | null;
    community_code: string | null;
    first_contact_account_id: string;
    first_contact_post_id: string;
    first_contact_body_id: string;
    holder_body_id: string;
    holder_body_kind: string;
    holder_account_id: string | null;
    offer_body_id: string | null;
    offer_body_kind: string | null;
    offer_head_account_id: string | null;
    offer_from_body_id: string | null;
    came_from: Filled<string[]>;
    body_ids: string[];
    hops: Filled<number>;
    reopenings: Filled<number>;
    opened_at: Timestamp;
    answered_at: Timestamp | null;
    ended_at: Timestamp | null;
    seq: number;
    last_at: Timestamp;
    head: ColumnType<Buffer, Uint8Array, Uint8Array>;
    next_due_at: Filled<Timestamp>;
    opened_in: string;
    subject: Filled<string>;
    answered_by: string | null;
    taken: Filled<ColumnType<unknown, string, string>>;
    first_outcome: string | null;
    drawn_on: string | null;
    came_back_at: Timestamp | null;
    open_tasks: Filled<number>;
    supporters: Filled<number>;
    unmet_tasks: Filled<number>;
  };
  'matters.notes': {
    district_id: number;
    id: string;
    matter_id: string;
    at: Timestamp;
    account_id: string;
    post_id: string;
    body_id: string;
    stays_on: string | null;
    text: string;
  };
  'matters.numbers': {
    district_id: number;
    month: string;
    last: number;
  };
  'matters.precedents': {
    district_id: number;
    id: string;
    procedure_id: string;
    subject: string;
    area_code: string;
    asked_body_ids: string[];
    ruled_body_id: string;
    ruled_by_body_id: string;
    matter_id: string;
    seq: number;
    at: Timestamp;
  };
  'matters.scope_changes': {
    district_id: number;
    id: FilledAlways<number>;
    n: number;
    area_code: string;
    body_ids: string[];
    stage: string;
    due_on: string;
  };
  'matters.scope_counts': {
    district_id: number;
    body_id: string;
    area_code: string;
    stage: string;
    due_on: string;
    n: number;
  };
  'matters.search': {
    district_id: number;
    matter_id: string;
    text: string;
    grams: string[];
  };
  'matters.settings': {
    district_id: number;
    id: string;
    procedure_id: string;
    clock: string;
    amount: number | null;
    since: Timestamp;
    reason: string;
    source: string;
    set_by: string | null;
    set_at: Timestamp;
  };
  'matters.templates': {
    district_id: number;
    id: string;
    procedure_id: string;
    step: string;
    field: string;
    words: string | null;
    since: Timestamp;
    reason: string;
    source: string;
    set_by: string | null;
    set_at: Timestamp;
  };
  'matters.timeline': {
    district_id: number;
    matter_id: string;
    seq: number;
    at: Timestamp;
    kind: string;
    content: ColumnType<unknown, string, string>;
    prev_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
    hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
  };
  'matters.views': {
    district_id: number;
    id: string;
    account_id: string;
    name: string;
    search: ColumnType<unknown, string, string>;
    made_at: Timestamp;
  };
  'matters.visit_candidates': {
    district_id: number;
    day: string;
    procedure_id: string;
    stratum: string;
    number: string;
    one_in: number;
    drawn: boolean;
    matter_id: string;
    late: Filled<boolean>;
  };
  'matters.visit_draws': {
    district_id: number;
    day: string;
    seed: ColumnType<Buffer, Uint8Array, Uint8Array>;
    made_at: Timestamp;
    rule: Filled<number>;
  };
  'matters.watches': {
    district_id: number;
    account_id: string;
    matter_id: string;
    at: Timestamp;
  };
  'matters.words': {
    district_id: number;
    matter_id: string;
    seq: number;
    name: string;
    visible: string;
    text: string;
    salt: ColumnType<Buffer, Uint8Array, Uint8Array>;
  };
  'notices.inboxes': {
    district_id: number;
    account_id: string;
    post_id: string;
    body_id: string;
    is_head: boolean;
    read_to: Timestamp;
  };
  'notices.joined_news': {
    district_id: number;
    matter_id: string;
    cause: string;
    made_at: Timestamp;
  };
  'notices.left_unread': {
    district_id: number;
    account_id: string;
    notice_id: string;
    post_id: string;
    at: Timestamp;
  };
  'notices.messages': {
    district_id: number;
    id: string;
    matter_id: string;
    procedure_id: string;
    number: string;
    cause: string;
    channel: string;
    made_at: Timestamp;
    state: string;
    attempts: Filled<number>;
    next_try_at: Timestamp | null;
    last_error: string | null;
    ended_at: Timestamp | null;
  };
  'notices.notices': {
    district_id: number;
    id: string;
    matter_id: string;
    number: string;
    cause: string;
    kind: string;
    audience: string;
    body_id: string;
    post_id: string | null;
    what_zh: string;
    what_en: string;
    author_account_id: string | null;
    at: Timestamp;
  };
  'notices.reads': {
    district_id: number;
    account_id: string;
    notice_id: string;
    at: Timestamp;
  };
  'openness.clients': {
    district_id: number;
    id: string;
    name: string;
    contact: string;
    key_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
    key_start: string;
    per_minute: number;
    made_at: Timestamp;
    revoked_at: Timestamp | null;
  };
  'openness.disclosure_files': {
    district_id: number;
    id: string;
    area_code: string;
    sha256: string;
    media_type: string;
    bytes: number;
    stored_at: Timestamp;
    stored_by_account_id: string;
  };
  'openness.disclosures': {
    district_id: number;
    id: string;
    area_code: string;
    item: string;
    period: string;
    words: string;
    rows: ColumnType<unknown, string, string> | null;
    file_id: string | null;
    corrects: string | null;
    reason: string | null;
    published_at: Timestamp;
    published_by_account_id: string;
    published_by_post_id: string;
    published_by_body_id: string;
    about_matter_id: string | null;
    about_number: string | null;
  };
  'openness.facts': {
    district_id: number;
    matter_id: string;
    community_code: string | null;
    subdistrict_code: string | null;
    opened_at: Timestamp;
    answered_at: Timestamp | null;
    stage: string;
    outcome: string | null;
    in_time: boolean;
    rating: number | null;
  };
  'openness.notice_questions': {
    district_id: number;
    matter_id: string;
    notice_id: string;
    asked_at: Timestamp;
  };
  'openness.points': {
    district_id: number;
    matter_id: string;
    lat: number;
    long: number;
  };
  'openness.subscriptions': {
    district_id: number;
    id: string;
    mail_sealed: ColumnType<Buffer, Uint8Array, Uint8Array> | null;
    mail_index: ColumnType<Buffer, Uint8Array, Uint8Array> | null;
    area_code: string;
    category: string;
    pace: string;
    language: string;
    state: string;
    asked_at: Timestamp;
    confirmed_at: Timestamp | null;
    ended_at: Timestamp | null;
    told_until: Timestamp;
  };
  'partners.connections': {
    district_id: number;
    body_id: string;
    address: string;
    jurisdiction: string;
    format: string;
    sealed_key: ColumnType<Buffer, Uint8Array, Uint8Array>;
    codes: ColumnType<unknown, string, string>;
    changed_at: Timestamp;
    changed_by_post_id: string;
    is_paused: boolean;
    next_look_at: Timestamp;
    last_ok_at: Timestamp | null;
    last_failed_at: Timestamp | null;
    last_error: string | null;
    failures: Filled<number>;
  };
  'partners.handoffs': {
    district_id: number;
    task_id: string;
    round: number;
    body_id: string;
    made_at: Timestamp;
    state: string;
    attempts: Filled<number>;
    next_try_at: Timestamp | null;
    last_error: string | null;
    sent_at: Timestamp | null;
    reference: string | null;
    token: string | null;
    seen: string | null;
    ended_at: Timestamp | null;
  };
  'platform.district_keys': {
    district_id: number;
    purpose: string;
    wrapped_key: ColumnType<Buffer, Uint8Array, Uint8Array>;
    made_at: Timestamp;
  };
  'platform.migrations': {
    name: string;
    sha256: string;
    applied_at: Filled<Timestamp>;
  };
  'platform.settings': {
    district_id: number;
    name: string;
    value: ColumnType<unknown, string, string>;
    changed_at: Timestamp;
  };
  'requests.code_attempts': {
    district_id: number;
    subject: string;
    failed: number;
    since: Timestamp;
  };
  'requests.duties': {
    district_id: number;
    id: string;
    category: string;
    area_code: string;
    body_id: string | null;
    limit_working_days: number | null;
    from_on: string;
    source: string;
    reason: Filled<string>;
    matter_id: string | null;
    seq: number | null;
    recorded_at: Timestamp;
    recorded_by_account_id: string | null;
    recorded_by_post_id: string | null;
  };
  'requests.masks': {
    district_id: number;
    id: string;
    matter_id: string;
    words: string;
    kind: string;
    account_id: string;
    at: Timestamp;
  };
  'requests.message_choices': {
    district_id: number;
    matter_id: string;
    channel: string;
    only_owed: boolean;
    mail_sealed: ColumnType<Buffer, Uint8Array, Uint8Array> | null;
    language: Filled<string>;
  };
  'requests.objections': {
    district_id: number;
    matter_id: string;
    seq: number;
    at: Timestamp;
    decision: string | null;
    decided_at: Timestamp | null;
  };
  'requests.paces': {
    district_id: number;
    kind: string;
    subject: ColumnType<Buffer, Uint8Array, Uint8Array>;
    filled: number;
    at: Timestamp;
    command_id: string | null;
  };
  'requests.publications': {
    district_id: number;
    matter_id: string;
    number: string;
    community_code: string | null;
    subdistrict_code: string | null;
    category: string;
    title: string;
    body: string;
    answer: Filled<string>;
    answer_body_id: string | null;
    holder_body_id: string;
    state: string;
    outcome: string | null;
    rating: number | null;
    opened_at: Timestamp;
    answered_at: Timestamp | null;
    grams: string[];
    joined: Filled<number>;
    area_code: string | null;
    published_at: Filled<Timestamp>;
  };
  'requests.reporters': {
    district_id: number;
    matter_id: string;
    phone_sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
    phone_index: ColumnType<Buffer, Uint8Array, Uint8Array>;
    messages: Filled<string>;
    opened_at: Timestamp | null;
    came_again: Filled<boolean>;
  };
  'requests.requests': {
    district_id: number;
    matter_id: string;
    channel: string;
    category: string;
    wants_public: boolean;
    import_source: string | null;
    import_key: string | null;
    confidential: Filled<boolean>;
    behalf: Filled<string>;
    kept_off: Filled<boolean>;
  };
  'territory.addresses': {
    district_id: number;
    code: string;
    community_code: string;
    parent_code: string | null;
    kind: string;
    name: string;
    key: string;
    is_road: Filled<boolean>;
    is_door: boolean;
    grid_code: string | null;
    lon: number | null;
    lat: number | null;
    line: ColumnType<unknown, string, string> | null;
    change_id: string;
    came_by: string | null;
  };
  'territory.area_changes': {
    district_id: number;
    id: string;
    kind: string;
    takes_effect_on: string;
    source: string;
    area_codes: string[];
    content: ColumnType<unknown, string, string>;
    decided_by: string | null;
    decided_at: Timestamp;
  };
  'territory.area_effects': {
    district_id: number;
    change_id: string;
    what: string;
    refusal: ColumnType<unknown, string, string> | null;
    by_account: string | null;
    at: Timestamp;
  };
  'territory.area_names': {
    district_id: number;
    code: string;
    until_on: string;
    name_zh: string;
    name_en: string;
    change_id: string;
  };
  'territory.areas': {
    district_id: number;
    code: string;
    kind: string;
    parent_code: string | null;
    name_zh: string;
    name_en: string;
    addresses: Filled<string[]>;
    founded_on: string;
    ended_on: string | null;
  };
  'territory.districts': {
    district_id: number;
    name_zh: string;
    name_en: string;
    time_zone: Filled<string>;
  };
  'territory.division_imports': {
    sha256: string;
    lines_done: number;
    finished_at: Timestamp | null;
  };
  'territory.divisions': {
    code: string;
    tier: number;
    parent_code: string | null;
    national_code: string;
    name_zh: string;
    name_en: string;
    pinyin: string;
    initials: string;
    grams: string[];
  };
  'territory.grid_changes': {
    district_id: number;
    id: string;
    community_code: string;
    seq: number;
    kind: string;
    at: Timestamp;
    account_id: string | null;
    post_id: string | null;
    summary: ColumnType<unknown, string, string>;
  };
  'territory.grid_moves': {
    district_id: number;
    change_id: string;
    address_code: string;
    from_grid_code: string | null;
    to_grid_code: string;
  };
  'territory.outlines': {
    district_id: number;
    area_code: string;
    change_id: string;
    outline: ColumnType<unknown, string, string>;
    since: Timestamp;
    until: Timestamp | null;
  };
  'territory.successions': {
    district_id: number;
    from_code: string;
    to_code: string;
    on_date: string;
    is_whole: boolean;
    change_id: string;
  };
};
