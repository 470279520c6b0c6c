### The way, step by step.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

step-to-street = { $length } до улицы
step-turn = { $turn ->
    [north] на север:
    [north-east] на северо-восток:
    [east] на восток:
    [south-east] на юго-восток:
    [south] на юг:
    [south-west] на юго-запад:
    [west] на запад:
    [north-west] на северо-запад:
    [straight] прямо:
    [left] налево:
    [right] направо:
    [round] развернитесь:
   *[then] далее:
}
step-ground = { $ground ->
    [steps-up] вверх по лестнице
    [steps-down] вниз по лестнице
    [steps] по лестнице
    [lift] на лифте
    [footpath] по пешеходной дорожке
    [track] по грунтовой дороге
    [service-road] по проезду
    [square] через площадь
    [platform] по платформе
    [pier] по причалу
    [crossing] через переход
    [corridor] по коридору
   *[street] по улице
}
step-street = { $ground ->
    [steps-up] вверх по лестнице, { $street }
    [steps-down] вниз по лестнице, { $street }
    [steps] по лестнице, { $street }
   *[street] { $street }
}
step-along = { $way }, { $length }{ $lift ->
    [yes] , с лифтом
   *[no] {""}
}{ $private ->
    [yes] , через частную территорию
   *[no] {""}
}
step-along-turn = { $start } { $along }
step-through = через узлы: { $nodes }
step-through-more = через узлы: { $nodes } и ещё { $more ->
    [one] { $more } узел
    [few] { $more } узла
    [many] { $more } узлов
   *[other] { $more } узла
}
step-to-entrance = { $length } от улицы до входа: { $time } от улицы внутрь
step-in = вход
step-in-time = вход: { $time } внутрь
