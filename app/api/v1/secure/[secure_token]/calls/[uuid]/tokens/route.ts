import { IN_PATH } from "@/app/api/v1/_secure/places";
import { addTokensSecurely } from "@/app/api/v1/_secure/tokens";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = addTokensSecurely(IN_PATH);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
