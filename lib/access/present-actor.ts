import type { Actor } from "./domain/actor";

export type StoredActor = { readonly type: Actor["type"] | "hook"; readonly name: string | null };

const NAMES: Partial<Record<StoredActor["type"], string>> = { system: "Callmark" };

/** An actor with its display name. Changes sealed before the rename have the type `hook`. */
export function presentActor({ type, name }: StoredActor): { type: string; name: string } {
  return { type: type === "hook" ? "webhook" : type, name: name ?? NAMES[type] ?? type };
}
