import type { Access } from "./access";

/** Whoever acts. `id` is the row's number in the table of its type; the system has none. */
export type Actor = {
  readonly type: "member" | "api_key" | "secure_token" | "webhook" | "system";
  readonly id: number | null;
  readonly name: string;
  readonly access: Access;
};
