import { cache } from "react";
import { findContext } from "@/lib/access/current-context";
import { getAccount } from "@/lib/ledger/get-account";

/** The frame and the page ask for the same account: it is read once. */
export const readAccount = cache(async (type: "buyer" | "traffic_source", id: number) => {
  const context = await findContext();
  return context && getAccount(context, { type, id });
});
