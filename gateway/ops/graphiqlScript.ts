/**
 * The page's script, plain and without dependencies: it sends queries and mutations by POST and runs
 * subscriptions over the same path by graphql-transport-ws.
 */
export const pageScript = String.raw`
const byId = (id) => document.getElementById(id);
const fields = ['query', 'variables', 'headers'];
for (const name of fields) {
  const kept = sessionStorage.getItem('gql:' + location.pathname + name);
  if (kept) byId(name).value = kept;
  byId(name).addEventListener('input', () => sessionStorage.setItem('gql:' + location.pathname + name, byId(name).value));
}
const say = (text) => { byId('state').textContent = text; };
const show = (value) => { byId('answer').textContent = JSON.stringify(value, null, 2); };
const json = (name) => { const text = byId(name).value.trim(); return text ? JSON.parse(text) : {}; };

/* Comments and strings are skipped, so that a word in them is not taken for an operation. */
function operations(text) {
  const found = []; let depth = 0; let head = -1;
  const token = /#[^\n]*|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|[{}]|\b(query|mutation|subscription|fragment)\b\s*([_A-Za-z]\w*)?/g;
  for (let m; (m = token.exec(text)); ) {
    if (m[0] === '{') { if (depth++ === 0 && head < 0) { found.push({ kind: 'query', from: m.index }); head = found.length - 1; } }
    else if (m[0] === '}') { if (--depth === 0) { if (found[head]) found[head].to = token.lastIndex; head = -1; } }
    else if (m[1] && depth === 0) { found.push({ kind: m[1], name: m[2], from: m.index }); head = found.length - 1; }
  }
  return found.filter((one) => one.kind !== 'fragment');
}
function chosen() {
  const text = byId('query').value; const at = byId('query').selectionStart; const all = operations(text);
  return all.find((one) => one.from <= at && at <= (one.to ?? text.length)) ?? all[0] ?? { kind: 'query' };
}
let stop = null;
function idle() { stop = null; byId('run').textContent = 'Run'; }

function subscribe(payload, headers) {
  const socket = new WebSocket(location.href.replace(/^http/, 'ws').replace(/[?#].*$/, ''), 'graphql-transport-ws');
  const events = []; let closed = false;
  const send = (message) => socket.send(JSON.stringify(message));
  socket.onopen = () => send({ type: 'connection_init', payload: headers });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'connection_ack') { say('listening'); send({ id: '1', type: 'subscribe', payload }); }
    if (message.type === 'ping') send({ type: 'pong' });
    if (message.type === 'next') { events.unshift(message.payload); events.length = Math.min(events.length, 50); show(events); }
    if (message.type === 'error') { show({ errors: message.payload }); socket.close(1000); }
    if (message.type === 'complete') { say('completed'); closed = true; socket.close(1000); }
  };
  socket.onclose = ({ code, reason }) => { if (!closed && code !== 1000) say('closed ' + code + ' ' + reason); idle(); };
  stop = () => { closed = true; say('stopped'); socket.close(1000); };
}
async function ask(payload, headers) {
  const began = performance.now(); const leave = new AbortController(); stop = () => leave.abort();
  try {
    const answer = await fetch(location.pathname, { method: 'POST', signal: leave.signal, body: JSON.stringify(payload),
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...headers } });
    show(await answer.json()); say(answer.status + ' in ' + Math.round(performance.now() - began) + ' ms');
  } finally { idle(); }
}
async function run() {
  if (stop) { stop(); return; }
  byId('run').textContent = 'Stop'; say('running');
  try {
    const operation = chosen(); const payload = { query: byId('query').value, variables: json('variables') };
    if (operation.name) payload.operationName = operation.name;
    if (operation.kind === 'subscription') subscribe(payload, json('headers')); else await ask(payload, json('headers'));
  } catch (error) { say(String(error.message ?? error)); idle(); }
}
byId('run').addEventListener('click', run);
byId('query').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
  if (event.key === 'Tab' && !event.shiftKey) { event.preventDefault(); document.execCommand('insertText', false, '  '); }
});
byId('format').addEventListener('click', () => {
  let depth = 0;
  byId('query').value = byId('query').value.split('\n').map((line) => {
    const text = line.trim(); const bare = text.replace(/#.*|"(?:\\.|[^"\\])*"/g, '');
    const closes = /^[})\]]/.test(bare) ? 1 : 0; const indent = '  '.repeat(Math.max(0, depth - closes));
    depth += (bare.match(/[{(\[]/g) ?? []).length - (bare.match(/[})\]]/g) ?? []).length;
    return text ? indent + text : '';
  }).join('\n');
});

const typeText = (type) => type.kind === 'NON_NULL' ? typeText(type.ofType) + '!' : type.kind === 'LIST' ? '[' + typeText(type.ofType) + ']' : type.name;
const element = (tag, text) => { const made = document.createElement(tag); if (text) made.textContent = text; return made; };
async function docs() {
  const wrap = 'kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }';
  const query = '{ __schema { types { name kind description fields { name description type { ' + wrap + ' } args { name type { ' + wrap + ' } } } inputFields { name type { ' + wrap + ' } } enumValues { name } possibleTypes { name } } } }';
  const answer = await fetch(location.pathname, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  const { data } = await answer.json(); const box = byId('docs'); box.textContent = '';
  if (!data) { box.append(element('p', 'The schema cannot be read here.')); return; }
  const first = ['Query', 'Mutation', 'Subscription'];
  const rank = (name) => { const at = first.indexOf(name); return at < 0 ? first.length : at; };
  const types = data.__schema.types.filter(({ name }) => !name.startsWith('__')).sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));
  for (const type of types) {
    const part = element('details'); part.open = type.name === 'Query'; const list = element('ul');
    part.append(element('summary', type.name)); if (type.description) part.append(element('p', type.description));
    for (const field of [...(type.fields ?? []), ...(type.inputFields ?? [])]) {
      const args = (field.args ?? []).map((arg) => arg.name + ': ' + typeText(arg.type)).join(', ');
      const item = element('li', field.name + (args ? '(' + args + ')' : '') + ': ' + typeText(field.type)); item.title = field.description ?? ''; list.append(item);
    }
    for (const value of type.enumValues ?? []) list.append(element('li', value.name));
    if (type.kind === 'UNION') for (const member of type.possibleTypes ?? []) list.append(element('li', member.name));
    part.append(list); box.append(part);
  }
}
docs().catch(() => say('The schema cannot be read here.'));
`;
