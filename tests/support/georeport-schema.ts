const text = { type: 'string' };
const maybe = { type: ['string', 'null'] };
const w3 = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)$' };
const list = (items: object) => ({ type: 'array', items });
const exactly = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const request = {
  service_request_id: text,
  status: { enum: ['open', 'closed'] },
  status_notes: maybe,
  service_name: text,
  service_code: text,
  description: maybe,
  agency_responsible: maybe,
  service_notice: maybe,
  requested_datetime: w3,
  updated_datetime: w3,
  expected_datetime: { anyOf: [w3, { type: 'null' }] },
  address: text,
  address_id: maybe,
  zipcode: maybe,
  lat: { type: ['number', 'null'] },
  long: { type: ['number', 'null'] },
  media_url: maybe,
};
const created = { service_request_id: text, service_notice: text, account_id: maybe };

/** The shapes of GeoReport v2 as JSON Schema, written from the tables of the standard and not from our code. */
export const georeport = {
  discovery: exactly({
    changeset: w3,
    contact: text,
    key_service: text,
    endpoints: list(
      exactly({
        specification: { const: 'http://wiki.open311.org/GeoReport_v2' },
        url: { type: 'string', pattern: '^https?://' },
        changeset: w3,
        type: { enum: ['production', 'test'] },
        formats: { type: 'array', items: { enum: ['text/xml', 'application/json'] }, contains: { const: 'text/xml' } },
      }),
    ),
  }),
  services: {
    ...list(
      exactly({
        service_code: text,
        service_name: text,
        description: text,
        metadata: { type: 'boolean' },
        type: { enum: ['realtime', 'batch', 'blackbox'] },
        keywords: text,
        group: text,
      }),
    ),
    minItems: 1,
  },
  definition: exactly({
    service_code: text,
    attributes: list(
      exactly(
        {
          variable: { type: 'boolean' },
          code: text,
          datatype: { enum: ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] },
          required: { type: 'boolean' },
          datatype_description: maybe,
          order: { type: 'integer', minimum: 1 },
          description: text,
          values: list(exactly({ key: text, name: text })),
        },
        ['values'],
      ),
    ),
  }),
  requests: { ...list(exactly(request)), minItems: 1 },
  requestsWithMore: { ...list(exactly({ ...request, linli: { type: 'object' } })), minItems: 1 },
  createdWithMore: list(exactly({ ...created, linli: { type: 'object' } })),
  updates: {
    ...list(
      exactly({
        update_id: text,
        service_request_id: text,
        status: { enum: ['open', 'closed'] },
        updated_datetime: w3,
        description: text,
        media_url: maybe,
      }),
    ),
    minItems: 1,
  },
  errors: { ...list(exactly({ code: { type: 'integer' }, description: text })), minItems: 1 },
};
