import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { LogoAnswer } from "./contract/logo";
import { IssueAnswer, type IssueRequest } from "./contract/statement";

export type IssueInput = z.input<typeof IssueRequest>;

/** Issues due statements, or previews them. */
export function useIssueStatements() {
  return useMutation({
    networkMode: "always",
    mutationFn: (input: IssueInput) => sendRequest("/statements/issue", IssueAnswer, { method: "POST", body: input }),
  });
}

/** Saves an image as Base64, or removes the logo. */
export function useSaveLogo() {
  return useMutation({
    networkMode: "always",
    mutationFn: (image: string | null) =>
      image === null
        ? sendRequest("/company/logo", LogoAnswer, { method: "DELETE" })
        : sendRequest("/company/logo", LogoAnswer, { method: "PUT", body: { image } }),
  });
}
