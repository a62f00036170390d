import { cache } from "react";
import { findContext } from "@/lib/access/current-context";
import { getAccount } from "@/lib/ledger/get-account";

/** Cached per request: the layout and the page both read the account. */
export const readAccount = cache(async (type: "buyer" | "traffic_source", id: number) => {
  const context = await findContext();
  return context && getAccount(context, { type, id });
});
