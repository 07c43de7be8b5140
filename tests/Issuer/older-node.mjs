// oidc-provider 9 is written for Node 22; Debian 12 has 18. These few calls are all that it misses there, and on a
// newer Node nothing here has an effect.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

globalThis.crypto ??= crypto.webcrypto;
globalThis.CryptoKey ??= crypto.webcrypto.CryptoKey;

URL.parse ??= (url, base) => {
    try {
        return new URL(url, base);
    } catch {
        return null;
    }
};

crypto.hash ??= (algorithm, data, encoding = 'hex') => {
    const digest = crypto.createHash(algorithm).update(data).digest();

    return encoding === 'buffer' ? digest : digest.toString(encoding);
};

syncBuiltinESMExports();
