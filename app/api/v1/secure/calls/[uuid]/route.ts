import { convertSecurely } from "@/app/api/v1/_secure/convert";
import { IN_HEADER } from "@/app/api/v1/_secure/places";
import { otherMethods } from "@/lib/platform/http/other-methods";

// Otherwise Next.js wraps the request to track whether the answer is dynamic.
export const dynamic = "force-dynamic";

export const PUT = convertSecurely(IN_HEADER);

export const POST = PUT;

export const { GET, PATCH, DELETE, OPTIONS } = otherMethods({ PUT, POST });
