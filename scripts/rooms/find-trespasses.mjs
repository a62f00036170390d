import { findImpurities } from "./purity.mjs";
import { readImports } from "./source.mjs";
import { isPrimitive, isPure, isTest } from "./table.mjs";

/** A sentence for every import that the file's room does not allow. Tests may import anything. */
export function findTrespasses(file, text) {
  if (isTest(file)) return [];
  const impure = isPure(file) ? findImpurities(text).map((reason) => `${file} ${reason}, and has to be pure.`) : [];
  return [...impure, ...(isPrimitive(file) ? findNouns(file, text) : [])];
}

function findNouns(file, text) {
  const imported = readImports(file, text).filter(({ target }) => target !== null && !isPrimitive(target));
  return imported.map(({ name }) => `${file} imports ${name}: primitives know nothing of the product.`);
}
