/** A text with the name of the member or element that holds it, in lower case. */
export interface Leaf {
  readonly text: string;
  readonly key: string;
}

/** As many as are read of one body. */
export const LEAVES = 60;

/** Members that hold addresses, traces and ids: words in them are not said to the client. */
export const mute =
  /^(\$id|\$type|@type|stack|stacktrace|stack_trace|trace|traces|file|line|typename|typekey|documentation_url|documentation|doc_url|more_info|moreinfo|help|href|url|uri|links?|request[-_]?id|requestid|hostid|trace[-_]?id|correlation[-_]?id|timestamp|date|path|instance|error_uri|stringtosign(bytes)?|canonicalrequest(bytes)?|signatureprovided|awsaccesskeyid|bucketname|resource)$/i;
