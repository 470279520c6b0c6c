### The way, step by step.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

step-to-street = { $length } до вулиці
step-turn = { $turn ->
    [north] на північ:
    [north-east] на північний схід:
    [east] на схід:
    [south-east] на південний схід:
    [south] на південь:
    [south-west] на південний захід:
    [west] на захід:
    [north-west] на північний захід:
    [straight] прямо:
    [left] ліворуч:
    [right] праворуч:
    [round] розверніться:
   *[then] далі:
}
step-ground = { $ground ->
    [steps-up] угору сходами
    [steps-down] униз сходами
    [steps] сходами
    [lift] ліфтом
    [footpath] пішохідною доріжкою
    [track] ґрунтовою дорогою
    [service-road] проїздом
    [square] через площу
    [platform] платформою
    [pier] причалом
    [crossing] через перехід
    [corridor] коридором
   *[street] вулицею
}
step-street = { $ground ->
    [steps-up] угору сходами, { $street }
    [steps-down] униз сходами, { $street }
    [steps] сходами, { $street }
   *[street] { $street }
}
step-along = { $way }, { $length }{ $lift ->
    [yes] , з ліфтом
   *[no] {""}
}{ $private ->
    [yes] , через приватну територію
   *[no] {""}
}
step-along-turn = { $start } { $along }
step-through = через вузли: { $nodes }
step-through-more = через вузли: { $nodes } і ще { $more ->
    [one] { $more } вузол
    [few] { $more } вузли
    [many] { $more } вузлів
   *[other] { $more } вузла
}
step-to-entrance = { $length } від вулиці до входу: { $time } від вулиці досередини
step-in = вхід
step-in-time = вхід: { $time } досередини
