import type { Actor } from "./domain/actor";

export type StoredActor = { readonly type: Actor["type"]; readonly name: string | null };

const NAMES: Partial<Record<Actor["type"], string>> = { system: "Callmark" };

/** Whoever did something, with the name that people know them by. */
export function presentActor({ type, name }: StoredActor): { type: string; name: string } {
  return { type, name: name ?? NAMES[type] ?? type };
}
