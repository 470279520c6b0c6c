### What to do where no shelter is in time. Lives hang on these: short, an order first, no calm words.
### Never "stay" or "wait" for water, fire and eruptions.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

late-air-raid-inner-room = 建物の中央の部屋か、窓のない階段へ移動してください。入口の階と最上階は避けます。窓ガラスから離れて伏せてください。
late-air-raid-lie-down = すぐに近くの頑丈な建物に入ってください。数歩以内に建物がなければ、くぼみや塀の陰に伏せ、頭を守ってください。
late-earthquake-drop-cover-hold = 姿勢を低くし、机の下に入り、揺れが収まるまで脚につかまってください。その後、階段で外へ出てください。
late-earthquake-open-ground = 塀、ガラス、電線から離れ、広い場所へ出てください。
late-tsunami-highest-floor = すぐに上へ逃げてください。行ける範囲で最も高い頑丈な建物の最上階か屋上へ。絶対に下りない。海や川に近づかない。
late-tsunami-high-ground = すぐに高い所へ逃げてください。最も近い高台か、高く頑丈な建物の、できるだけ上へ。海や川に近づかない。
late-flood-highest-floor = 建物の最上階へ上がってください。地下には絶対に下りない。流れる水の中に入らない。
late-flood-high-ground = 高台へ、または最も近い頑丈な建物の上の階へ上がってください。アンダーパスや流れる水の中に入らない。
late-storm-surge-highest-floor = 建物の最上階へ上がってください。地下には絶対に下りない。流れる水の中に入らない。
late-storm-surge-high-ground = 高台へ、または最も近い頑丈な建物の上の階へ上がってください。アンダーパスや流れる水の中に入らない。
late-landslide-upstairs-away-from-slope = 上の階の、斜面から離れた側の部屋へ移動してください。
late-landslide-sideways = 斜面の正面から横へ離れ、高い方へ逃げてください。斜面に沿って下へ逃げない。
late-fire-keep-going = 火から離れ続けてください。風を横切る方向に、広い空き地か広い水辺へ。引き返さない。
late-volcano-keep-going = 火山から離れ続け、谷や沢から出てください。口と目を覆ってください。
late-radiological-middle-or-cellar = 地下室か建物の中央へ移動してください。窓と扉を閉め、上着を脱いでください。
late-radiological-into-building = 最も近い頑丈な建物に入り、地下か中央へ移動してください。入口で上着を脱いでください。
late-chemical-upstairs-sealed = 上の階へ移動してください。地下には行かない。窓と扉を閉めて隙間をふさぎ、換気を止めてください。
late-chemical-upwind = 風を横切って高い方へ、においや煙の外へ出てください。または最も近い建物の上の階へ。
late-air-raid-with-chemical-inner-room-above-ground = 2階以上の中央の部屋へ移動してください。地下には行かない。扉と窓を閉め、隙間をふさいでください。
late-air-raid-with-chemical-into-building-upstairs = 最も近い頑丈な建物に入り、上の階の中央の部屋へ移動してください。地下には行かない。
late-untold-inner-room-above-ground = 2階以上の中央の部屋へ移動し、窓から離れ、公的な情報を聞いてください。水が来たら上へ。煙やにおいがあれば、風を横切って離れてください。
late-untold-into-building = 最も近い頑丈な建物に入り、2階以上で窓から離れ、公的な情報を聞いてください。水が来たら上へ。煙やにおいがあれば、風を横切って離れてください。
late-no-hazard = 代わりにとる行動は災害の種類によって違います。自治体や当局の指示に従ってください。
late-no-shelter = この速さでは、ここから時間内（{ $left }）に着ける避難場所はこの地域にありません。{ $order }
# $order: one of the above, for those who reach a shelter where water comes.
late-on-arrival = 中に入ったら：{ $order }
