// A town that exists in tests only: root and ring of the cases of trust (docs/trust-vectors.md), and messages
// signed at any moment. Keys are derived from their names and the words TEST ONLY; trust none.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const VECTORS = fileURLToPath(new URL('../../crates/hinan-trust/vectors/vectors.json', import.meta.url));
const { documents, cases } = JSON.parse(readFileSync(VECTORS, 'utf8'));
/** The moment at which everything happens in that town: 2027-01-15 08:00:00 UTC. */
export const NOW = 1_800_000_000;
/** What everything there belongs to. */
export const SCOPE = cases[0].scope;

const text = (name) => documents[name].text ?? Buffer.from(documents[name].base64, 'base64').toString();
const payloadOf = (name) => JSON.parse(Buffer.from(JSON.parse(text(name)).payload, 'base64').toString());
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
/** What stands before a seed in the form that Node reads keys in. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function signature(name, bytes) {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, sha256(`hinan TEST ONLY key: ${name}`)]), format: 'der', type: 'pkcs8' });
  const open = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { keyid: sha256(open).toString('hex'), sig: sign(null, bytes, key).toString('base64') };
}

/** A statement in its envelope, signed by these names. */
function enveloped(kind, statement, by) {
  const payload = Buffer.from(JSON.stringify(statement));
  const payloadType = `application/vnd.hinan.${kind}.v1+json`;
  const signed = Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `), payload]);
  return JSON.stringify({ payloadType, payload: payload.toString('base64'), signatures: by.map((name) => signature(name, signed)) });
}

/** The first root. */
export const root = () => text('root-1');

/** The ring, run out at a moment. */
export function ring(out, more = {}) {
  return enveloped('ring', { ...payloadOf('ring'), issued: out - 300 * 86_400, expires: out, ...more }, ['kim', 'kai']);
}

const words = (moment) => new Date(moment * 1000).toISOString().replace('.000Z', '-00:00');

/** An air raid alert over the square around a place, signed by two officers: its envelope and its CAP message. */
export function alert(label, { issued, life, lat, lon, by = ['anna', 'boris'] }) {
  const [south, north, west, east] = [lat - 0.002, lat + 0.002, lon - 0.004, lon + 0.004];
  const polygon = [[south, west], [south, east], [north, east], [north, west], [south, west]].map((corner) => corner.map((degrees) => degrees.toFixed(4)).join(',')).join(' ');
  const cap = `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>cap-${label.replaceAll(" ", "-")}</identifier><sender>alerts@town.example</sender><sent>${words(issued)}</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><language>en-US</language><category>Safety</category><event>Test only</event><responseType>Shelter</responseType><urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty><expires>${words(issued + life)}</expires><headline>Test only</headline><area><areaDesc>${label}</areaDesc><polygon>${polygon}</polygon></area></info></alert>
`;
  const { ring: counter, scope } = payloadOf('plain.dsse.json');
  const statement = {
    v: 1, scope, ring: counter, id: sha256(`hinan TEST ONLY id: ${label}`).toString('hex').slice(0, 32), issued, act: 'alert', stage: 'take-cover',
    hazard: 'air-raid', template: 'air-raid-take-cover', zones: [], expires: issued + life,
    cap: { sha256: sha256(cap).toString('hex'), len: Buffer.byteLength(cap) },
  };
  return { envelope: enveloped('alert', statement, by), cap };
}
