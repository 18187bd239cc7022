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
  };
  'accounts.sessions': {
    district_id: number;
    token_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
    account_id: string;
    acting_post_id: string | null;
    created_at: Timestamp;
    last_seen_at: Timestamp;
    expires_at: Timestamp;
  };
  'bodies.appointments': {
    district_id: number;
    id: string;
    post_id: string;
    account_id: string;
    from_on: string;
    to_on: string | null;
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
  'bodies.links': {
    district_id: number;
    from_body_id: string;
    to_body_id: string;
    kind: string;
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
    phone_public: string | null;
    duty: string | null;
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
  'matters.search': {
    district_id: number;
    matter_id: string;
    text: string;
    grams: string[];
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
  'matters.words': {
    district_id: number;
    matter_id: string;
    seq: number;
    name: string;
    visible: string;
    text: string;
    salt: ColumnType<Buffer, Uint8Array, Uint8Array>;
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
  };
  'requests.reporters': {
    district_id: number;
    matter_id: string;
    phone_sealed: ColumnType<Buffer, Uint8Array, Uint8Array>;
    phone_index: ColumnType<Buffer, Uint8Array, Uint8Array>;
  };
  'requests.requests': {
    district_id: number;
    matter_id: string;
    channel: string;
    category: string;
    wants_public: boolean;
    import_source: string | null;
    import_key: string | null;
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
};
