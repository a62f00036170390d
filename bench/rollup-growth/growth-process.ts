import { answerOrders } from "../companion/answer-orders";
import { startDurableDatabase } from "../database/durable-database.mjs";
import { GrowingCompany } from "./growing-company";
import type { GrowthOrder } from "./growth-order";

// The environment is read when the first statement runs.
const database = await startDurableDatabase();
process.env.DATABASE_URL = database.serverUrl;
const company = await GrowingCompany.make();

answerOrders(async (order: GrowthOrder): Promise<number> => {
  if (order.kind === "roll up") return company.rollUpNew(order.changes);
  await company.grow(order.entries);
  return 0;
}, database.leave);
