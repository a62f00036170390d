import { accountAddress } from "@/components/party/party-address";
import { TextLink } from "@/components/ui/text-link";
import type { OwnerType } from "@/lib/party/domain/account-owner";

type DocumentLinkProps = { party: { readonly type: OwnerType; readonly id: number }; number: number };

export function DocumentLink({ party, number }: DocumentLinkProps) {
  return (
    <TextLink href={`${accountAddress(party)}/documents#document-${number}`} prefetch={false}>
      Document {number}
    </TextLink>
  );
}
