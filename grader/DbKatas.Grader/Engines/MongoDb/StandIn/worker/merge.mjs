// $merge: what comes out of a pipeline is put into a collection, one document after the other.
import { ObjectId, evalExpr } from './packages.mjs';
import { Rejected, clean, isNothing, keyOf } from './values.mjs';
import { updated } from './updates.mjs';

/** @param held what the collection holds; it is changed. */
export function merge(held, documents, { into, let: names = {}, whenMatched = 'merge', whenNotMatched = 'insert' }, options) {
  for (const document of documents) {
    const at = position(held, document);
    if (at >= 0) held[at] = clean(together(held[at], document, names, whenMatched, into, options));
    else if (whenNotMatched === 'insert') held.push('_id' in document ? document : { _id: new ObjectId(), ...document });
    else if (whenNotMatched === 'fail') throw new Rejected(`$merge finds no document with the _id ${JSON.stringify(document._id)} in ${into}, and is told to fail then`);
  }
}

// Without an _id a document gets a new one, which no other has.
function position(held, document) {
  if (!('_id' in document)) return -1;
  const id = document._id;
  if (isNothing(id) || Array.isArray(id)) throw new Rejected(`$merge finds documents by their _id, and to it comes one whose _id is ${isNothing(id) ? 'null' : 'a list'}`);
  const key = keyOf(id);
  return held.findIndex(other => keyOf(other._id) === key);
}

function together(old, document, names, whenMatched, into, options) {
  switch (whenMatched) {
    case 'keepExisting': return old;
    case 'replace': return document;
    case 'merge': return { ...old, ...document };
    case 'fail': throw new Rejected(`$merge finds a document with the _id ${JSON.stringify(old._id)} in ${into} already, and is told to fail then`);
    default: {
      const given = Object.entries(names).map(([name, expression]) => [name, evalExpr(document, expression, options)]);
      return updated(old, whenMatched, undefined, { ...options, variables: { ...Object.fromEntries(given), new: document } });
    }
  }
}
