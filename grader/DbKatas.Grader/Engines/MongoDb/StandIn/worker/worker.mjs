// The stand-in for MongoDB: one question a line on standard input, one answer a line on standard output, in canonical Extended JSON.
//   { id, collections: { name: [documents] }, commands: [database commands], most }
//   { id, documents, truncated, collections } | { id, rejected, command } | { id, refused, command }
// or many at once:
//   { id, datasets: [collections], answers: [commands], most }
//   { id, results: [{ outcomes: [as above], places: [an index into outcomes for each answer] }] }
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { MingoError } from './packages.mjs';
import { read, write } from './extended-json.mjs';
import { Rejected, Refused } from './values.mjs';
import { Database, isWriting } from './commands.mjs';

function outcome(makeDatabase, commands, most, wantsContents) {
  let command = -1;
  try {
    const database = makeDatabase();
    let documents = null;
    for (command = 0; command < commands.length; command++) documents = database.run(commands[command]) ?? documents;
    return {
      documents: documents === null ? null : documents.slice(0, most).map(write),
      truncated: documents !== null && documents.length > most,
      collections: wantsContents ? Object.fromEntries(Object.entries(database.contents).map(([name, held]) => [name, held.slice(0, most + 1).map(write)])) : {},
    };
  } catch (failure) {
    if (failure instanceof Rejected) return { rejected: failure.message, command };
    if (failure instanceof Refused) return { refused: failure.message, command };
    // An array or a text beyond all bounds is too much memory, and ends the process. mingo's own words tell of a fault in the answer.
    if (failure instanceof MingoError) return { rejected: failure.message, command };
    if (failure instanceof RangeError && !failure.message.includes('call stack')) throw failure;
    return { refused: `what this answer does (${failure.message})`, command };
  }
}

const answer = ({ id, collections, commands, most }) => JSON.stringify({ id, ...outcome(() => new Database(read(collections)), read(commands), most, true) });

// Every answer on every dataset. Queries change nothing and share a database; what several answers give alike is written once.
function answerAll({ id, datasets, answers, most }) {
  const isQuery = answers.map(commands => !commands.some(isWriting));
  const results = datasets.map(collections => {
    const outcomes = new Map();
    let shared;
    const places = answers.map((commands, i) => {
      const makeDatabase = () => (isQuery[i] ? shared ??= new Database(read(collections)) : new Database(read(collections)));
      const text = JSON.stringify(outcome(makeDatabase, read(commands), most, !isQuery[i]));
      if (!outcomes.has(text)) outcomes.set(text, outcomes.size);
      return outcomes.get(text);
    });
    return `{"outcomes":[${[...outcomes.keys()].join()}],"places":[${places.join()}]}`;
  });
  return `{"id":${id},"results":[${results.join()}]}`;
}

// While an answer keeps this thread busy, nobody here would notice that the grader has gone: another thread looks.
const watcher = new Worker(`
  const grader = process.ppid;
  setInterval(() => { if (process.ppid !== grader) process.kill(process.pid, 'SIGKILL'); }, 1000);
`, { eval: true });
watcher.unref();

process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const question = JSON.parse(line);
  process.stdout.write(`${'datasets' in question ? answerAll(question) : answer(question)}\n`);
}
process.exit();
