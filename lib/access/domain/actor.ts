import type { Access } from "./access";

/** Who acts. `id` is the actor's row in the table of its type; null for the system. */
export type Actor = {
  readonly type: "member" | "api_key" | "secure_token" | "webhook" | "system";
  readonly id: number | null;
  readonly name: string;
  readonly access: Access;
  /** The actor reaches only calls of these buyers. Absent: all calls. */
  readonly buyerIds?: readonly number[];
};

type Reach = Pick<Actor, "buyerIds">;

/** Whether the actor reaches calls of this buyer, or without a buyer. */
export function reachesBuyer({ buyerIds }: Reach, buyerId: number | null): boolean {
  return buyerIds === undefined || (buyerId !== null && buyerIds.includes(buyerId));
}
