/**
 * A log that a hostile or broken peer can't flood: what it says is told in full at first, then now and then with the
 * count so far. Invariant: one account is one line of bounded length, whatever characters it has.
 */

const loggedInFull = 300;
const loggedEvery = 1_000;

/** Takes an account, counted from 1. */
export type BoundedLog = (account: string) => void;

/** A bounded way to `log`. `line`: the account as a line, given its number; it is cut after `longest` UTF-16 units. */
export function boundedLog(
  log: (line: string) => void,
  longest = 500,
  line: (account: string, number: number) => string = (account) => account,
): BoundedLog {
  let number = 0;
  return (account) => {
    number += 1;
    if (number > loggedInFull && number % loggedEvery !== 0) return;
    log(line(oneLine(account.slice(0, longest)), number));
  };
}

/** Control characters written out: a peer that sends a line end must not write a line of its own into the log. */
function oneLine(account: string): string {
  return account.replace(/[\p{Cc}\u2028\u2029]/gu, (sign) => {
    return sign === "\n" ? "\\n" : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
