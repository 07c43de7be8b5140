// A real OpenID Connect issuer on loopback for the tests: discovery, JWKS, and JWT access tokens by the client
// credentials grant. What a token shall claim, the test says in its request; signing is the library's.
//
// Its first line on standard output says where it listens and for which client. A line "rotate" or "withdraw" on
// standard input gives it new keys and is answered by their ids. It lives as long as its standard input.
import './older-node.mjs';
import crypto from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import Provider from 'oidc-provider';

const generateKeyPair = promisify(crypto.generateKeyPair);
const answer = console.log;

// Standard output is for answers; the library's notices go where errors go.
console.log = console.info = console.error;

// Signals that end the tests do not end the issuer before them.
['SIGHUP', 'SIGINT', 'SIGTERM'].forEach(signal => process.on(signal, () => {}));

const client = { id: 'compliance-tests', secret: crypto.randomBytes(32).toString('base64url') };
const server = createServer((request, response) => handle(request, response));
server.listen(0, '127.0.0.1');
await once(server, 'listening');

const authority = `http://127.0.0.1:${server.address().port}`;
let keys = await newKeys();
let handle = providerWith(keys);
answer(JSON.stringify({ authority, clientId: client.id, clientSecret: client.secret, keys: idsOf(keys) }));

for await (const command of createInterface({ input: process.stdin })) {
    const fresh = await newKeys();

    // Before it disappears, a key that no longer signs stays published, so that its last tokens can be verified.
    handle = providerWith(command === 'withdraw' ? fresh : [...fresh, ...keys]);
    keys = fresh;
    answer(JSON.stringify({ keys: idsOf(keys) }));
}

process.exit();

function providerWith(published) {
    return new Provider(authority, {
        jwks: { keys: published },
        clients: [{
            client_id: client.id,
            client_secret: client.secret,
            grant_types: ['client_credentials'],
            redirect_uris: [],
            response_types: [],
        }],
        features: {
            clientCredentials: { enabled: true },
            devInteractions: { enabled: false },
            resourceIndicators: { enabled: true, defaultResource: () => 'urn:compliance:tests', getResourceServerInfo: audienceOf },
        },
        formats: { customizers: { jwt: claimWhatWasAsked } },
    }).callback();
}

/** The audience need not be a URI, as a resource indicator must; so it has a parameter of its own. */
function audienceOf({ oidc: { body } }) {
    return {
        audience: body.test_audience,
        scope: '',
        accessTokenFormat: 'jwt',
        accessTokenTTL: Math.max(1, Number(body.test_lifetime)),
        jwt: { sign: { alg: body.test_algorithm } },
    };
}

/** A lifetime below zero gives a token that was issued, and has expired, in the past. */
function claimWhatWasAsked({ oidc: { body } }, token, jwt) {
    const { payload } = jwt;
    const lifetime = Number(body.test_lifetime);

    if (lifetime <= 0) {
        payload.exp = payload.iat + lifetime;
        payload.iat = payload.exp - 60;
    }

    Object.assign(payload, JSON.parse(body.test_claims));
    jwt.header = { typ: body.test_type };
}

async function newKeys() {
    const pairs = await Promise.all([
        generateKeyPair('ec', { namedCurve: 'P-256' }),
        generateKeyPair('rsa', { modulusLength: 2048 }),
    ]);

    return pairs.map(({ privateKey }, place) => ({
        ...privateKey.export({ format: 'jwk' }),
        kid: crypto.randomUUID(),
        alg: ['ES256', 'RS256'][place],
        use: 'sig',
    }));
}

function idsOf(keys) {
    return keys.map(key => key.kid);
}
