import { Invalid } from "@/lib/base/errors";
import { isUuid } from "@/lib/base/ids";
import type { DeliveryPlace } from "./sql/list-deliveries";

/** The last delivery of a page, as text for the next request. */
export function deliveryCursor({ occurredAt, id }: DeliveryPlace): string {
  return Buffer.from(`${occurredAt.getTime()}.${id}`).toString("base64url");
}

/** Throws `Invalid` for a text that `deliveryCursor` did not write. */
export function parseDeliveryCursor(text: string): DeliveryPlace {
  const [time = "", id = ""] = Buffer.from(text, "base64url").toString("latin1").split(".");
  if (!/^[0-9]{1,14}$/.test(time) || !isUuid(id))
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  return { occurredAt: new Date(Number(time)), id };
}
