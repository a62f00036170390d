import { endWithReason } from "@/lib/platform/server/end-with-reason";
import { verifyAllBooks } from "./verify-all-books";

const hold = await verifyAllBooks().catch(endWithReason);
process.exit(hold ? 0 : 1);
