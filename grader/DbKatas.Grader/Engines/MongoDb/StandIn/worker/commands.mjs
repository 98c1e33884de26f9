// MongoDB's database commands, on collections that live as long as one answer.
import { Aggregator, Context, ObjectId, Query } from './packages.mjs';
import { Rejected, Refused, clean, isDocument, keyOf } from './values.mjs';
import { expressionOperators } from './expressions.mjs';
import { queryOperators } from './queries.mjs';
import { stages } from './stages.mjs';
import { merge } from './merge.mjs';
import { structuredCopy, updated } from './updates.mjs';

// Only what is listed in these three can run at all: none of mingo's own operators is there.
const context = Context.init({ expression: expressionOperators, query: queryOperators, pipeline: stages });

/** Whether a command changes a collection, or only asks. */
export const isWriting = ({ find, pipeline }) =>
  pipeline === undefined ? find === undefined : pipeline.some(stage => '$merge' in stage || '$out' in stage);

export class Database {
  #collections = new Map();
  #options = { context, scriptEnabled: false, collectionResolver: name => this.#read(name) };

  constructor(collections) {
    for (const [name, documents] of Object.entries(collections)) this.#insert(name, documents);
  }

  /** @returns the documents that a query gives; null for a command that gives none. */
  run(command) {
    const [[verb, name]] = Object.entries(command);
    switch (verb) {
      case 'aggregate': return this.#aggregate(name, command.pipeline);
      case 'find': return this.#aggregate(name, pipelineOf(command));
      case 'insert': return this.#insert(name, command.documents);
      case 'update': return command.updates.forEach(change => this.#update(name, change)) ?? null;
      case 'delete': return command.deletes.forEach(change => this.#delete(name, change)) ?? null;
      default: throw new Refused(`the command ${verb}`);
    }
  }

  /** Every collection that holds something, by name. */
  get contents() {
    return Object.fromEntries([...this.#collections].filter(([, documents]) => documents.length > 0).map(([name, documents]) => [name, clean(documents)]));
  }

  #documents(name) {
    if (!this.#collections.has(name)) this.#collections.set(name, []);
    return this.#collections.get(name);
  }

  // A pipeline works on copies: whatever it does, the collection keeps what it holds.
  #read(name) {
    return (this.#collections.get(name) ?? []).map(structuredCopy);
  }

  #aggregate(name, pipeline) {
    const { $merge, $out } = pipeline.at(-1) ?? {};
    if ($merge === undefined && $out === undefined) return clean(new Aggregator(pipeline, this.#options).run(this.#read(name)));
    const documents = this.#aggregate(name, pipeline.slice(0, -1));
    if ($out !== undefined) {
      this.#collections.set($out, []);
      return this.#insert($out, documents);
    }
    const specification = typeof $merge === 'string' ? { into: $merge } : $merge;
    merge(this.#documents(specification.into), documents, specification, this.#options);
    return null;
  }

  #insert(name, documents) {
    const held = this.#documents(name);
    const keys = new Set(held.map(document => keyOf(document._id)));
    for (const document of documents) {
      noNestedArrays(document);
      const whole = '_id' in document ? document : { _id: new ObjectId(), ...document };
      const key = keyOf(whole._id);
      if (keys.has(key)) throw new Rejected(`there are two documents with the _id ${JSON.stringify(whole._id)} in ${name}, and an _id is unique`);
      keys.add(key);
      held.push(whole);
    }
    return null;
  }

  #update(name, { q, u, multi, arrayFilters }) {
    const query = new Query(q, this.#options);
    const held = this.#documents(name);
    for (let i = 0; i < held.length; i++) {
      if (!query.test(held[i])) continue;
      held[i] = clean(updated(held[i], u, arrayFilters, this.#options));
      if (!multi) return;
    }
  }

  #delete(name, { q, limit }) {
    const query = new Query(q, this.#options);
    let left = limit === 1 ? 1 : Infinity;
    this.#collections.set(name, this.#documents(name).filter(document => left === 0 || !query.test(document) || left-- === 0));
  }
}

// find does what these stages do, in this order.
function pipelineOf({ filter, sort, skip, limit, projection }) {
  const isGiven = value => value !== undefined && (!isDocument(value) || Object.keys(value).length > 0);
  return [
    { $match: filter ?? {} },
    ...isGiven(sort) ? [{ $sort: sort }] : [],
    ...isGiven(skip) ? [{ $skip: skip }] : [],
    ...limit ? [{ $limit: Math.abs(limit) }] : [],
    ...isGiven(projection) ? [{ $project: projection }] : [],
  ];
}

// mingo does not follow a path into an array that lies in another.
function noNestedArrays(value) {
  if (Array.isArray(value) && value.some(Array.isArray)) throw new Refused('arrays that lie in arrays');
  for (const item of Array.isArray(value) ? value : isDocument(value) ? Object.values(value) : []) noNestedArrays(item);
}
