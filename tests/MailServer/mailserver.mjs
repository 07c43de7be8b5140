// A real SMTP server on loopback for the tests. It keeps what it takes, and behaves as standard input tells it:
//
//   accept          takes every message (so it begins)
//   refuse          answers every message with 451, which means: later
//   cut             takes a message and hangs up before it says so
//   hold            takes a message and never says so
//   messages        prints what it took, as one line of JSON
//
// Its first line says on which port it listens. It lives as long as its standard input.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

// Signals that end the tests do not end the server before them.
['SIGHUP', 'SIGINT', 'SIGTERM'].forEach(signal => process.on(signal, () => {}));

let mood = 'accept';
const messages = [];
const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, session, done) =>
        auth.username === 'kepatuhan' && auth.password === 'rahasia' ? done(null, { user: auth.username }) : done(new Error('Wrong credentials')),
    onData: (stream, session, done) => receive(stream, session, done),
});
server.on('error', () => {});
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1');
await once(server.server, 'listening');
console.log(JSON.stringify({ port: server.server.address().port }));

for await (const command of createInterface({ input: process.stdin })) {
    if (command === 'messages') {
        console.log(JSON.stringify({ messages }));
    } else {
        mood = command;
        console.log(JSON.stringify({ mood }));
    }
}

process.exit();

async function receive(stream, session, done) {
    const parts = [];

    for await (const part of stream) {
        parts.push(part);
    }

    if (mood === 'refuse') {
        done(Object.assign(new Error('4.3.2 Try again later'), { responseCode: 451 }));

        return;
    }

    messages.push({ to: session.envelope.rcptTo.map(each => each.address), user: session.user ?? null, raw: Buffer.concat(parts).toString('base64') });

    if (mood === 'cut') {
        [...server.connections].find(each => each.id === session.id)._socket.destroy();
    } else if (mood !== 'hold') {
        done(null);
    }
}
