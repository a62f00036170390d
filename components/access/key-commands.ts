/** Commands to paste into a terminal, with the secret just created. */

export function keyCommand(origin: string, secret: string): string {
  return `curl "${origin}/api/v1/calls?per_page=1" \\
  -H "Authorization: Bearer ${secret}"`;
}

export function tokenCommand(origin: string, token: string): string {
  return `curl -X PUT "${origin}/api/v1/secure/calls/CALL_UUID" \\
  -H "Authorization: Bearer ${token}" \\
  -d buyer_converted=true`;
}
