### The way, step by step.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

step-to-street = 道路まで{ $length }
step-turn = { $turn ->
    [north] 北へ、
    [north-east] 北東へ、
    [east] 東へ、
    [south-east] 南東へ、
    [south] 南へ、
    [south-west] 南西へ、
    [west] 西へ、
    [north-west] 北西へ、
    [straight] 直進、
    [left] 左へ、
    [right] 右へ、
    [round] 折り返して、
   *[then] 続いて、
}
step-ground = { $ground ->
    [steps-up] 階段を上って
    [steps-down] 階段を下りて
    [steps] 階段を通って
    [lift] エレベーターで
    [footpath] 歩道を
    [track] 農道・林道を
    [service-road] 通路を
    [square] 広場を通って
    [platform] ホームを
    [pier] 桟橋を
    [crossing] 横断歩道を
    [corridor] 屋内通路を
   *[street] 道なりに
}
step-street = { $ground ->
    [steps-up] 階段を上り、{ $street }を
    [steps-down] 階段を下り、{ $street }を
    [steps] 階段を通り、{ $street }を
   *[street] { $street }を
}
step-along = { $way }{ $length }{ $lift ->
    [yes] （エレベーターあり）
   *[no] {""}
}{ $private ->
    [yes] （私有地を通ります）
   *[no] {""}
}
step-along-turn = { $start }{ $along }
step-through = 地点 { $nodes } を通る
step-through-more = 地点 { $nodes } と、ほか{ $more }地点を通る
step-to-entrance = 道路から入口まで{ $length }：道路から中まで{ $time }
step-in = 入口から中へ
step-in-time = 入口から中へ：{ $time }
