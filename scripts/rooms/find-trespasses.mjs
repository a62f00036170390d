import { findImpurities } from "./purity.mjs";
import { readImports } from "./source.mjs";
import { isInside, isPrimitive, isTest, MAY_IMPORT, OPEN_TO_ALL, PURE, roomOf, WITHOUT_PACKAGES } from "./table.mjs";

/** A sentence for everything in a source file that its room does not allow. Tests may import from anywhere. */
export function findTrespasses(file, text) {
  const room = roomOf(file);
  if (room === "unknown") return [`${file} stands in no room: the rooms of lib are named in scripts/rooms.`];
  if (room === "elsewhere" || isTest(file)) return [];
  const refused = readImports(file, text).flatMap((each) => refuse(file, room, each));
  const impure = PURE.includes(room) ? findImpurities(text).map((reason) => `${file} ${reason}: ${room} is pure.`) : [];
  return [...refused, ...impure];
}

function refuse(file, room, { name, target }) {
  const because = (reason) => [`${file} imports ${name}: ${reason}.`];
  if (target === null) return WITHOUT_PACKAGES.includes(room) ? because(`${room} imports no packages`) : [];
  const other = roomOf(target);
  if (isPrimitive(file) && !isPrimitive(target)) return because("primitives know nothing of the product");
  if (other === room || OPEN_TO_ALL.includes(target)) return [];
  if (!MAY_IMPORT[room].includes(other)) return because(`${room} may not import from ${other}`);
  const composesSql = room === "testing" || room.endsWith("/sql");
  return isInside(target) && !composesSql ? because(`that is the inside of ${other}`) : [];
}
