import { cache } from "react";
import { findContext } from "@/lib/auth/current-context";
import { getAccount } from "@/lib/services/accounts/get-account";

/** The frame and the page ask for the same account: it is read once. */
export const readAccount = cache(async (type: "buyer" | "traffic_source", id: number) => {
  const context = await findContext();
  return context && getAccount(context, { type, id });
});
