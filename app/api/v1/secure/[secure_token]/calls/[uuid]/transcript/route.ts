import { IN_PATH } from "@/app/api/v1/_secure/places";
import { addTranscriptSecurely } from "@/app/api/v1/_secure/transcript";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = addTranscriptSecurely(IN_PATH);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
