import { listCompanies } from "@/lib/access/sql/lookup";
import type { Clock } from "@/lib/platform/config/clock";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { deleteDeliveries } from "./sql/delete-deliveries";
import { listEndpointIds } from "./sql/endpoints";

const STORED_DAYS = 30;
const DELIVERIES_A_TRANSACTION = 5_000;

/** Deletes deliveries that ended long ago, with their attempts. What waits stays. */
export async function deleteOldDeliveriesOfAll(now: Clock): Promise<void> {
  const before = new Date(now().getTime() - STORED_DAYS * 24 * 60 * 60_000);
  for (const { id: company } of await listCompanies()) {
    for (const id of await inCompanySql(company, listEndpointIds)) {
      let deleted: number;
      do {
        deleted = await inCompanySql(company, (tx) => deleteDeliveries(tx, id, before, DELIVERIES_A_TRANSACTION));
      } while (deleted === DELIVERIES_A_TRANSACTION);
    }
  }
}
