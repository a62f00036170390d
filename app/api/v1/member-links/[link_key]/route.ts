import { z } from "zod";
import { ChosenPassword } from "@/lib/access/contract/member";
import { Done } from "@/lib/access/contract/security";
import { acceptMemberLink } from "@/lib/access/member-links";
import { deliveryRoute } from "@/lib/api/delivery-route";
import { MEMBER_LINK } from "@/lib/api/policies";
import { CLIENT_ADDRESS } from "@/lib/platform/config/client-address";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { parseInput } from "@/lib/platform/http/parse-input";
import { readParameters } from "@/lib/platform/http/read-parameters";
import { receive } from "@/lib/platform/http/receive";
import { requestIdOf } from "@/lib/platform/http/request-id";

export const POST = deliveryRoute({
  name: "acceptMemberLink",
  policy: MEMBER_LINK,
  path: "/member-links/{link_key}",
  params: {
    link_key: z
      .string()
      .meta({ description: "The last part of the link: 40 letters and digits.", example: "LINK_KEY" }),
  },
  input: ChosenPassword,
  output: Done,
  statuses: [200, 404],
  docs: {
    section: "Members",
    title: "Set a password by a link",
    about: [
      "Accepts an invitation, or resets a password. The key in the link is the credential; it works once. All sessions of the member end.",
    ],
    example: { send: { password: "staple lantern orbit" }, answer: { status: 200 } },
  },
  handle: async ({ opened: { link }, request }) => {
    const parameters = await readParameters(await receive(request, MEMBER_LINK.kibibytesAtMost));
    const from = { address: request.headers.get(CLIENT_ADDRESS), requestId: requestIdOf(request) };
    await acceptMemberLink(link, parseInput(ChosenPassword, parameters).password, from);
    return { status: 200 as const };
  },
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
