// $setWindowFields: fields computed over a document and those around it.
import { Lazy, evalExpr } from './packages.mjs';
import { Rejected, Refused, compare, isDocument, keyOf } from './values.mjs';
import { accumulators } from './accumulators.mjs';
import { placed } from './paths.mjs';
import { sorted, sortValue } from './sorting.mjs';

const ranks = {
  $documentNumber: ({ at }) => at + 1,
  $rank: ({ members, at, isTie }) => members.findIndex((_, i) => isTie(i, at)) + 1,
  $denseRank: ({ at, isTie }) => Array.from({ length: at + 1 }, (_, i) => i).filter(i => i === 0 || !isTie(i, i - 1)).length,
};

export function $setWindowFields(documents, { partitionBy, sortBy, output }, options) {
  return documents.transform(all => {
    const partitions = new Map();
    for (const document of all) {
      const value = partitionBy === undefined ? null : evalExpr(document, partitionBy, options) ?? null;
      if (Array.isArray(value)) throw new Rejected('$setWindowFields can\'t make parts by an array (partitionBy)');
      if (!partitions.has(keyOf(value))) partitions.set(keyOf(value), { value, members: [] });
      partitions.get(keyOf(value)).members.push(document);
    }
    const inOrder = [...partitions.values()].sort((a, b) => compare(a.value, b.value));
    return Lazy(inOrder.flatMap(({ members }) => withFields(sortBy ? sorted(members, sortBy) : members, sortBy, output, options)));
  });
}

function withFields(members, sortBy, output, options) {
  const keys = members.map(member => Object.keys(sortBy ?? {}).map(path => sortValue(member, path)));
  const isTie = (i, j) => keys[i].every((value, k) => compare(value, keys[j][k]) === 0);
  return members.map((member, at) => Object.entries(output).reduce(
    (made, [path, specification]) => placed(made, path.split('.'), computed(specification, { members, at, isTie, keys, sortBy, options })), member));
}

function computed(specification, place) {
  const { members, at, sortBy, options } = place;
  const [operator] = Object.keys(specification).filter(name => name !== 'window');
  const needsOrder = operator === '$shift' || Object.hasOwn(ranks, operator);
  if (needsOrder && sortBy === undefined) throw new Rejected(`${operator} needs a "sortBy"`);
  if (needsOrder && specification.window !== undefined) throw new Rejected(`${operator} takes no "window"`);
  if (Object.hasOwn(ranks, operator)) return ranks[operator](place);
  if (operator === '$shift') return shifted(specification.$shift, members[at + specification.$shift.by], members[at], options);
  if (!Object.hasOwn(accumulators, operator)) throw new Refused(`${operator} in $setWindowFields`);
  return accumulators[operator](frame(specification.window, place).map(member => evalExpr(member, specification[operator], options)));
}

function shifted({ output, default: otherwise = null }, other, member, options) {
  return other === undefined ? otherwise : evalExpr(other, output, options) ?? null;
}

/** The documents of a window; all of the part when none is given. */
function frame(window, { members, at, keys, sortBy }) {
  if (window === undefined) return members;
  const { documents, range } = window;
  if (sortBy === undefined && [documents, range].flat().some(bound => bound !== undefined && bound !== 'unbounded')) throw new Rejected('a window with bounds needs a "sortBy"');
  if (documents) return members.filter((_, i) => i >= lower(documents[0], at) && i <= upper(documents[1], at));
  if (!isDocument(sortBy) || Object.values(sortBy).join() !== '1') throw new Rejected('a "range" needs a "sortBy" of one field, smallest first');
  const centre = keys[at][0];
  if (keys.some(([value]) => typeof value !== 'number')) throw new Refused('a range over anything but numbers');
  return members.filter((_, i) => keys[i][0] >= lower(range[0], centre) && keys[i][0] <= upper(range[1], centre));
}

const lower = (bound, at) => (bound === 'unbounded' ? -Infinity : bound === 'current' ? at : at + bound);
const upper = (bound, at) => (bound === 'unbounded' ? Infinity : bound === 'current' ? at : at + bound);
