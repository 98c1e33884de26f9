import { fieldOf, isDocument } from './values.mjs';

/** A copy with a value at a path that shares nothing along it: documents made from one another stay apart. Undefined takes the field away. */
export function placed(document, [name, ...rest], value) {
  const old = fieldOf(document, name);
  const next = rest.length === 0 ? value : placed(isDocument(old) ? old : {}, rest, value);
  const { [name]: _, ...others } = document;
  return next === undefined ? others : { ...others, [name]: next };
}
