/**
 * What a real step leaves beside the timeline and the demo's played past does not (告知补全): its command, a notice to who holds the matter, what a
 * resident left to be called, and messages that went out. Each row has the size of a real one; numbers are noise that opens nothing.
 */
export const tellAfterwards = `
  insert into matters.commands (district_id, command_id, matter_id, step, seq, at)
  select district_id, gen_random_uuid(), matter_id, content->>'step', seq, at from matters.timeline where kind = 'stepTaken';
  insert into notices.notices (district_id, id, matter_id, number, cause, kind, audience, body_id, post_id, what_zh, what_en, author_account_id, at)
  select t.district_id, gen_random_uuid(), t.matter_id, m.number, 'entry:' || t.seq, 'step', 'body',
    (t.content #>> '{held,holder,bodyId}')::uuid, null, '签收', 'Accept', (t.content #>> '{by,accountId}')::uuid, t.at
  from matters.timeline t join matters.matters m on m.district_id = t.district_id and m.id = t.matter_id
  where t.kind = 'stepTaken' and t.content #>> '{held,holder,bodyId}' is not null
  on conflict do nothing;
  insert into requests.reporters (district_id, matter_id, phone_sealed, phone_index, messages)
  select district_id, matter_id, sha256(uuid_send(matter_id)) || sha256('sealed'), sha256(uuid_send(matter_id)), 'sms'
  from requests.requests on conflict do nothing;
  insert into notices.messages (district_id, id, matter_id, procedure_id, number, cause, channel, made_at, state, attempts, ended_at)
  select t.district_id, gen_random_uuid(), t.matter_id, m.procedure_id, m.number, 'entry:' || t.seq, 'sms', t.at, 'sent', 1, t.at
  from matters.timeline t
  join matters.matters m on m.district_id = t.district_id and m.id = t.matter_id
  join requests.reporters r on r.district_id = t.district_id and r.matter_id = t.matter_id
  where t.kind = 'stepTaken' and t.content->>'step' in ('accept', 'answer', 'close')
  on conflict do nothing`;
