### What `hinan up` shows of a new region.
### Written with the program; not yet reviewed by an editor of civil protection.

up-from = from
up-has = has
up-left-out = left out
up-source-dated = { $file } ({ $role }, { $format }), date { $date }: { $records ->
    [one] { $records } record
   *[other] { $records } records
} of { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
up-date-unknown = unknown
up-counts = { $nodes ->
    [one] { $nodes } node
   *[other] { $nodes } nodes
}, { $arcs ->
    [one] { $arcs } arc
   *[other] { $arcs } arcs
}, { $shelters ->
    [one] { $shelters } shelter or candidate
   *[other] { $shelters } shelters and candidates
}, { $doorsteps ->
    [one] { $doorsteps } doorstep
   *[other] { $doorsteps } doorsteps
}
up-all-reasons = { $reasons } (all reasons: hinan info)
up-built = built in { $milliseconds } ms, { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
}
up-doorsteps = { $pace }. Doorsteps, spread over the place:
up-none = No doorstep of this region reaches a shelter.
up-in-full = The first of them in full, from { $start }:
up-next = What to try next:
