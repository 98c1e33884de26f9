// The stand-in for MongoDB: one question a line on standard input, one answer a line on standard output, in canonical Extended JSON.
//   { id, collections: { name: [documents] }, commands: [database commands], most }
//   { id, documents, truncated, collections } | { id, rejected, command } | { id, refused, command }
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { MingoError } from './packages.mjs';
import { read, write } from './extended-json.mjs';
import { Rejected, Refused } from './values.mjs';
import { Database } from './commands.mjs';

function answer({ id, collections, commands, most }) {
  let command = -1;
  try {
    const database = new Database(collections);
    let documents = null;
    for (command = 0; command < commands.length; command++) documents = database.run(commands[command]) ?? documents;
    return {
      id,
      documents: documents === null ? null : documents.slice(0, most).map(write),
      truncated: documents !== null && documents.length > most,
      collections: Object.fromEntries(Object.entries(database.contents).map(([name, held]) => [name, held.slice(0, most + 1).map(write)])),
    };
  } catch (failure) {
    if (failure instanceof Rejected) return { id, rejected: failure.message, command };
    if (failure instanceof Refused) return { id, refused: failure.message, command };
    // An array or a text beyond all bounds is too much memory, and ends the process. mingo's own words tell of a fault in the answer.
    if (failure instanceof MingoError) return { id, rejected: failure.message, command };
    if (failure instanceof RangeError && !failure.message.includes('call stack')) throw failure;
    return { id, refused: `what this answer does (${failure.message})`, command };
  }
}

// While an answer keeps this thread busy, nobody here would notice that the grader has gone: another thread looks.
const watcher = new Worker(`
  const grader = process.ppid;
  setInterval(() => { if (process.ppid !== grader) process.kill(process.pid, 'SIGKILL'); }, 1000);
`, { eval: true });
watcher.unref();

process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { id, collections, commands, most } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(answer({ id, most, collections: read(collections), commands: read(commands) }))}\n`);
}
process.exit();
