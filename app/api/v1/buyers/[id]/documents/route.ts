import { addDocument, readDocuments } from "@/app/api/v1/_parties/documents";
import { BUYERS } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = readDocuments(BUYERS);
export const POST = addDocument(BUYERS);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
