### The way, step by step.
### Written with the program; not yet reviewed by an editor of civil protection.

step-to-street = { $length } to the street
# $turn: north ... north-west | straight | left | right | round | then | none
step-turn = { $turn ->
    [north] north,
    [north-east] north-east,
    [east] east,
    [south-east] south-east,
    [south] south,
    [south-west] south-west,
    [west] west,
    [north-west] north-west,
    [straight] straight on
    [left] left
    [right] right
    [round] turn round,
   *[then] then
}
# $ground: what one walks on, where the street has no name.
step-ground = { $ground ->
    [steps-up] up the steps
    [steps-down] down the steps
    [steps] over the steps
    [lift] with the lift
    [footpath] along the footpath
    [track] along the track
    [service-road] along the service road
    [square] across the square
    [platform] along the platform
    [pier] along the pier
    [crossing] over the crossing
    [corridor] through the corridor
   *[street] along the street
}
# $street: a name as it stands on the sign; it cannot be declined.
step-street = { $ground ->
    [steps-up] up the steps, along { $street }
    [steps-down] down the steps, along { $street }
    [steps] over the steps, along { $street }
   *[street] along { $street }
}
# $way: one of the two above. $lift, $private: yes | no
step-along = { $way } { $length }{ $lift ->
    [yes] , with a lift
   *[no] {""}
}{ $private ->
    [yes] , over private ground
   *[no] {""}
}
# $start: step-turn. $along: step-along.
step-along-turn = { $start } { $along }
# $nodes: ids, with commas.
step-through = through node { $nodes }
# $more (number)
step-through-more = through node { $nodes } and { $more ->
    [one] { $more } node more
   *[other] { $more } nodes more
}
step-to-entrance = { $length } off the street to the entrance: { $time } from the street to inside
step-in = in at the entrance
step-in-time = in at the entrance: { $time } to inside
