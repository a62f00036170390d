import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { InvitedMember, MemberAnswer, MemberLinkAnswer, type MemberUpdate, type NewMember } from "../contract/member";
import { Done, EndedSessions } from "../contract/security";

export function useInviteMember() {
  return useMutation({
    networkMode: "always",
    mutationFn: (member: z.input<typeof NewMember>) =>
      sendRequest("/members", InvitedMember, { method: "POST", body: member }),
  });
}

export function useChangeMember(id: number) {
  return useMutation({
    networkMode: "always",
    mutationFn: (update: z.input<typeof MemberUpdate>) =>
      sendRequest(`/members/${id}`, MemberAnswer, { method: "PUT", body: update }),
  });
}

export function useCreateMemberLink(id: number) {
  return useMutation({
    networkMode: "always",
    mutationFn: () => sendRequest(`/members/${id}/link`, MemberLinkAnswer, { method: "POST" }),
  });
}

export function useEndMemberSessions(id: number) {
  return useMutation({
    networkMode: "always",
    mutationFn: () => sendRequest(`/members/${id}/sessions`, EndedSessions, { method: "DELETE" }),
  });
}

/** Accepts an invitation, or resets a password. */
export function acceptLink(key: string, password: string) {
  return sendRequest(`/member-links/${encodeURIComponent(key)}`, Done, { method: "POST", body: { password } });
}
