import { addDocument, readDocuments } from "@/app/api/v1/_parties/documents";
import { TRAFFIC_SOURCES } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = readDocuments(TRAFFIC_SOURCES);
export const POST = addDocument(TRAFFIC_SOURCES);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
