import type { Json } from './jsonSchema.ts';
import { answer, objectOf, refusal } from './openApiParts.ts';

const page = (description: string): Json => ({
  description,
  content: { 'text/html': { schema: { type: 'string' } } },
});
const parameter = (place: 'path' | 'query', name: string, description: string): Json => ({
  ...{ name, in: place, required: true, description },
  schema: { type: 'string' },
});
const notValid = page('The link was not made here.');
const applied = answer('Read; `applied` says whether it changed anything.', objectOf({ applied: { type: 'boolean' } })); // prettier-ignore
const form = (properties: Json): Json => ({
  required: true,
  content: { 'application/x-www-form-urlencoded': { schema: objectOf(properties) } },
});

/** A page that a link of a message opens: looking changes nothing, as mail programs open links by themselves. */
const linked = (
  name: string,
  summaries: readonly [look: string, act: string],
  query: Json[],
  body?: Json,
): Json => ({
  // prettier-ignore
  get: {
    operationId: `show${name}`,
    summary: summaries[0],
    parameters: query,
    responses: { 200: page('The question.'), 404: notValid },
  },
  post: {
    operationId: `answer${name}`,
    summary: summaries[1],
    parameters: query,
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { 200: page('Done.'), 404: notValid },
  },
});

/** What a provider of messages reports. */
const report = (operationId: string, summary: string, parameters: Json[], requestBody: Json): Json => ({
  post: {
    ...{ operationId, summary, requestBody },
    parameters: [parameter('path', 'token', 'Proves that the address was given out here.'), ...parameters],
    responses: { 200: applied, 401: refusal('BAD_SIGNATURE', 'the token is wrong') },
  },
});

const mailbox = (operationId: string, summary: string, named: boolean): Json => ({
  get: {
    ...{ operationId, summary },
    description: 'Only a process that writes its mails into a folder has it: never production.',
    ...(named ? { parameters: [parameter('path', 'name', 'Name of the mail.')] } : {}),
    responses: {
      200: page('The page.'),
      ...(named ? { 404: { description: 'There is no such mail.' } } : {}),
    },
  },
});
const token = parameter('query', 'token', 'Signs the rest of the link.');

/** What care serves beside the graph: links of messages, reports of providers, the mails of development. */
export const carePaths: Json = {
  '/care/survey': linked(
    'Survey',
    ['Asks how a delivery was.', 'Rates a delivery.'],
    [parameter('query', 'order', 'Id of the order.'), token],
    form({ rating: { type: 'integer', minimum: 1, maximum: 5 } }),
  ),
  '/care/unsubscribe': linked(
    'Unsubscribe',
    ['Asks whether messages shall end.', 'Ends a group of messages by one click (RFC 8058).'],
    [parameter('query', 'who', 'The customer.'), parameter('query', 'of', 'Group of messages.'), token],
  ),
  '/webhooks/care/mail/{token}': report(
    'mailReport',
    'A mail server reports that a mail could not be delivered, or that its reader complains.',
    [],
    { required: true, content: { 'message/rfc822': { schema: { type: 'string', format: 'binary' } } } },
  ),
  '/webhooks/care/sms/{token}': report(
    'smsReport',
    'A provider of short messages reports a state, or hands on an answer such as STOP.',
    [
      {
        ...parameter('query', 'message', 'Id of the message whose state it is; absent for an answer.'),
        required: false,
      },
    ],
    {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            properties: {
              MessageStatus: { type: 'string' },
              From: { type: 'string' },
              Body: { type: 'string' },
            },
          },
        },
      },
    },
  ),
  '/mailbox': mailbox('mailbox', 'The newest mails of development.', false),
  '/mailbox/{name}': mailbox('mail', 'One mail of development.', true),
  '/mailbox/{name}/html': mailbox('mailContent', 'What its reader would see.', true),
};
