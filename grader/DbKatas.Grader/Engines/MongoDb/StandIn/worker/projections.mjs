// $project, $addFields and $unset: paths into documents and arrays of documents.
import { evalExpr } from './packages.mjs';
import { Rejected, Refused, clean, fieldOf, isDocument } from './values.mjs';

/** A projection as a tree: true to keep a field, false to leave it out, a function that computes it, or a tree of its own. */
function treeOf(specification, stage, allow, options) {
  const tree = new Map();
  for (const [path, value] of Object.entries(specification)) add(tree, path.split('.'), value, path);
  return tree;

  function add(branch, names, value, path) {
    const [name, ...rest] = names;
    if (name === '') throw new Rejected(`${stage} is given the path "${path}", which has an empty part`);
    if (rest.length === 0 && (!isDocument(value) || isOperator(value)) && branch.has(name)) throw collision(path);
    if (rest.length === 0 && !isDocument(value)) return branch.set(name, leaf(value));
    if (rest.length === 0 && isOperator(value)) return branch.set(name, computed(value));
    if (!branch.has(name)) branch.set(name, new Map());
    const below = branch.get(name);
    if (!(below instanceof Map)) throw collision(path);
    if (rest.length > 0) return add(below, rest, value, path);
    if (Object.keys(value).length === 0) throw new Rejected(`${stage} is given an empty object for "${path}"`);
    for (const [inner, item] of Object.entries(value)) add(below, inner.split('.'), item, `${path}.${inner}`);
  }

  function leaf(value) {
    const isSwitch = allow.switches && (typeof value === 'number' || typeof value === 'boolean');
    return isSwitch ? Boolean(value) : computed(value);
  }

  // What is missing in a list is null, at once: a stage that follows may take the list apart.
  function computed(value) {
    return document => clean(evalExpr(document, value, options));
  }

  function collision(path) {
    return new Rejected(`${stage} is given "${path}" twice, or a field together with a part of it`);
  }
}

const isOperator = value => Object.keys(value)[0]?.startsWith('$') ?? false;

const leaves = tree => [...tree.values()].flatMap(value => (value instanceof Map ? leaves(value) : [value]));

/** $project and a projection of find: what a document becomes. */
export function projection(specification, options) {
  if (Object.keys(specification).length === 0) throw new Rejected('the projection names no field. Name at least one, as in { "name": 1 }');
  const tree = treeOf(specification, 'the projection', { switches: true }, options);
  const id = tree.get('_id');
  tree.delete('_id');
  const kinds = leaves(tree);
  const excludes = kinds.includes(false);
  if (excludes && kinds.some(kind => kind !== false))
    throw new Rejected('the projection names both fields to keep (1) and fields to leave out (0). Do one or the other; only _id may be left out beside fields to keep');
  if (excludes || (kinds.length === 0 && id === false)) {
    if (id === true) throw new Refused('_id: 1 beside fields to leave out');
    if (id !== undefined) tree.set('_id', id);
    return document => without(document, tree);
  }
  if (id !== false) tree.set('_id', id ?? true);
  return document => only(document, tree, document);
}

/** $addFields and $set: the document with fields added or replaced. */
export function addition(specification, options) {
  const tree = treeOf(specification, '$addFields', { switches: false }, options);
  return document => extended(document, tree, document);
}

function without(value, tree) {
  if (Array.isArray(value)) return value.map(item => without(item, tree));
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([name]) => tree.get(name) !== false)
    .map(([name, item]) => [name, tree.has(name) ? without(item, tree.get(name)) : item]));
}

// A scalar where the tree goes deeper is left out, unless something is computed there, which takes its place.
function only(value, tree, root) {
  if (Array.isArray(value)) return value.map(item => only(item, tree, root)).filter(item => item !== undefined);
  const computes = leaves(tree).some(kind => typeof kind === 'function');
  if (!isDocument(value) && !computes) return undefined;
  const source = isDocument(value) ? value : {};
  const kept = Object.entries(source).filter(([name]) => tree.get(name) === true).map(([name, item]) => [name, item]);
  const deeper = [...tree].filter(([name, kind]) => kind instanceof Map).map(([name, kind]) => [name, only(fieldOf(source, name), kind, root)]);
  return Object.fromEntries([...kept, ...deeper, ...computedFields(tree, root)].filter(([, item]) => item !== undefined));
}

function extended(value, tree, root) {
  if (Array.isArray(value)) return value.map(item => extended(item, tree, root));
  const source = isDocument(value) ? value : {};
  const deeper = [...tree].filter(([, kind]) => kind instanceof Map).map(([name, kind]) => [name, extended(fieldOf(source, name), kind, root)]);
  const fields = [...Object.entries(source), ...deeper, ...computedFields(tree, root)];
  return Object.fromEntries(Object.entries(Object.fromEntries(fields)).filter(([, item]) => item !== undefined));
}

const computedFields = (tree, root) => [...tree].filter(([, kind]) => typeof kind === 'function').map(([name, kind]) => [name, kind(root)]);
