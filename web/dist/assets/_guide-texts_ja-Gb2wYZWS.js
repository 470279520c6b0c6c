var e=`
alert-do-air-raid-prepare = 最も近い避難場所を確かめてください。水、薬、身分証、充電した電話を手元に。時間のかかる人を手伝ってください。
alert-do-air-raid-expect = 避難場所の中か、1分以内に入れる所にいてください。子どもを連れて行き、窓から離れてください。
alert-do-air-raid-take-cover = 最も近い避難場所、地下、頑丈な建物に入ってください。窓と扉から離れ、エレベーターは使わないでください。
alert-do-earthquake-prepare = 余震がいつ起きるか分かりません。ひびの入った壁、ガラス、斜面から離れてください。海の近くでは、強い揺れの後すぐ高い所へ。
alert-do-earthquake-take-cover = 頭を守り、机の下に入り、脚につかまってください。海の近くでは、揺れが収まったらすぐ高い所へ。
alert-do-tsunami-prepare = 海岸、港、河口から離れてください。高台への道を確かめてください。強い揺れや長い揺れを感じたらすぐ高い所へ。
alert-do-tsunami-expect = 徒歩で高台か津波避難ビルへ移動してください。周りの人も連れて行き、海を見に行かないでください。
alert-do-tsunami-take-cover = 最も近い高台か高く頑丈な建物の、できるだけ上へ走ってください。津波は何度も来ます。戻らないでください。
alert-do-flood-prepare = 必要な物を上の階へ運んでください。地下、アンダーパス、川岸に近づかず、電話を充電してください。
alert-do-flood-expect = 地下や低い土地から出てください。道路が乾いているうちに、高い所の避難場所へ。
alert-do-flood-take-cover = 建物の最上階か高台へ移動してください。水の中を歩いたり、車で進んだりしないでください。
alert-do-landslide-prepare = 急な斜面や沢に近づかないでください。必要な物をまとめ、逃げる道を確かめてください。
alert-do-landslide-expect = 斜面の下や沢沿いの家から出てください。谷を通らずに避難場所へ。
alert-do-landslide-take-cover = 土砂の通り道から横へ離れ、固い地盤か頑丈な建物の上の階へ移動してください。
alert-do-storm-surge-prepare = 必要な物を上の階へ運んでください。海岸、港、河口に近づかないでください。
alert-do-storm-surge-expect = 水が来る前に、高台か海岸から遠い避難場所へ移動してください。地下から出てください。
alert-do-storm-surge-take-cover = 建物の最上階か高台へ移動してください。水の中を歩いたり、車で進んだりしないでください。
alert-do-fire-prepare = 水、薬、身分証をまとめてください。窓を閉め、逃げる道を二つ確かめ、時間のかかる人は早めに避難を。
alert-do-fire-expect = 煙と反対の方向の道で、避難場所か広い空き地へ。周りの人も連れて行ってください。
alert-do-fire-take-cover = すぐに、風を横切って火から離れてください。口と鼻を覆い、荷物は持たないでください。
alert-do-volcano-prepare = 水、マスク、ゴーグルをまとめてください。谷や山に近づかず、逃げる道を確かめてください。
alert-do-volcano-expect = 火山と谷から離れ、避難場所へ移動してください。口、鼻、目を覆ってください。
alert-do-volcano-take-cover = すぐに谷から出て、火山から離れてください。頭、口、目を覆ってください。
alert-do-radiological-prepare = 人と動物を屋内に入れ、窓を閉めてください。水道水をためてください。ヨウ素剤は指示があるときだけ飲んでください。
alert-do-radiological-expect = 頑丈な建物に入ってください。窓と扉を閉め、換気を止め、水とラジオを手元に置いてください。
alert-do-radiological-take-cover = 頑丈な建物の地下か中央へ移動してください。窓と扉を閉め、上着を脱いでください。
alert-do-chemical-expect = 建物に入り、上の階へ移動してください。窓と扉を閉め、換気を止めてください。
alert-do-chemical-take-cover = 上の階へ移動してください。地下には行かない。窓と扉を閉めて隙間をふさぎ、ぬらした布で口と鼻を覆ってください。

alert-cancel-error-do = 警報は誤って発信されました。その前の指示が再び有効です。新しい警報が出たら、すぐに従ってください。
alert-cancel-withdrawn-do = 警報は発信時には正しいものでしたが、その後、見込みがなくなりました。新しい警報がいつ出るか分かりません。
alert-hold-do = この警報は誤りとの報告があります。別の担当者が確認中です。続いて公的な情報をお知らせします。
alert-lapsed-do = この警報は確認が途絶えています。終わったとは、まだ誰も発表していません。
alert-clear-do-air-raid = ゆっくり外へ出てください。不審な物に触れず、壊れた建物に近づかないでください。新しい警報がいつ出るか分かりません。
alert-clear-do-earthquake = ひびの入った建物に入らず、ガスと火を確かめてください。余震の可能性があります。そのときは姿勢を低くし、頭を守ってください。
alert-clear-do-tsunami = 通行が認められていない海岸、川、がれきに近づかないでください。再び揺れたら、すぐ高い所へ。
alert-clear-do-flood = たまった水や壊れた家に入らず、電線に近づかないでください。水道水は飲めると発表されてから飲んでください。
alert-clear-do-landslide = 斜面や崩れた土砂に近づかず、壊れた家に入らないでください。雨で再び動くことがあります。
alert-clear-do-storm-surge = たまった水や壊れた家に入らず、電線に近づかないでください。水道水は飲めると発表されてから飲んでください。
alert-clear-do-fire = 通行が認められた所だけ戻ってください。残り火、倒れる木、煙に気をつけてください。
alert-clear-do-volcano = 通行が認められた所だけ戻ってください。灰の中ではマスクを。再び噴火することがあります。
alert-clear-do-radiological = 体を洗い、着替えてください。食べ物、水、移動については公的な指示に従ってください。
alert-clear-do-chemical = 窓を開け、すべての部屋を換気してください。具合の悪い人は、すぐに医師へ。

alert-drill-say = 訓練
alert-drill-around = { $word }。{ $text }{ $word }。
alert-drill-do = これは訓練です。練習として今行ってください。本当の警報が出たら、訓練は直ちに終わります。

alert-head = { $order }：{ $hazard }、{ $place }。
alert-what = 災害：{ $hazard }（{ $stage }）。場所：{ $place }。
alert-clock = { $time }。
alert-issued = 発表：{ $time }。
alert-impact = 予想：{ $time }。
alert-until = 確認の期限：{ $time }。
alert-replaces = { $time }の警報に代わるものです。
alert-about = { $time }の警報についてです。
alert-order-end = { $order }。
alert-late-indoors = 避難場所に間に合わないとき、屋内では：{ $order }
alert-late-outdoors = 屋外では：{ $order }
alert-listen = ラジオ、屋外スピーカー、公式の案内で、公的な情報を聞いてください。
alert-place-here = この地域
alert-place-more = { $places }ほか{ $more }か所
alert-sentences = { $first }{ $second }
alert-say-time = { $hour }{ $minute }

alert-say-hour = { $hour ->
    [0] 零時
    [1] 一時
    [2] 二時
    [3] 三時
    [4] 四時
    [5] 五時
    [6] 六時
    [7] 七時
    [8] 八時
    [9] 九時
    [10] 十時
    [11] 十一時
    [12] 十二時
    [13] 十三時
    [14] 十四時
    [15] 十五時
    [16] 十六時
    [17] 十七時
    [18] 十八時
    [19] 十九時
    [20] 二十時
    [21] 二十一時
    [22] 二十二時
   *[23] 二十三時
}
alert-say-minute = { $minute ->
    [0] 零分
    [1] 一分
    [2] 二分
    [3] 三分
    [4] 四分
    [5] 五分
    [6] 六分
    [7] 七分
    [8] 八分
    [9] 九分
    [10] 十分
    [11] 十一分
    [12] 十二分
    [13] 十三分
    [14] 十四分
    [15] 十五分
    [16] 十六分
    [17] 十七分
    [18] 十八分
    [19] 十九分
    [20] 二十分
    [21] 二十一分
    [22] 二十二分
    [23] 二十三分
    [24] 二十四分
    [25] 二十五分
    [26] 二十六分
    [27] 二十七分
    [28] 二十八分
    [29] 二十九分
    [30] 三十分
    [31] 三十一分
    [32] 三十二分
    [33] 三十三分
    [34] 三十四分
    [35] 三十五分
    [36] 三十六分
    [37] 三十七分
    [38] 三十八分
    [39] 三十九分
    [40] 四十分
    [41] 四十一分
    [42] 四十二分
    [43] 四十三分
    [44] 四十四分
    [45] 四十五分
    [46] 四十六分
    [47] 四十七分
    [48] 四十八分
    [49] 四十九分
    [50] 五十分
    [51] 五十一分
    [52] 五十二分
    [53] 五十三分
    [54] 五十四分
    [55] 五十五分
    [56] 五十六分
    [57] 五十七分
    [58] 五十八分
   *[59] 五十九分
}
alert-say-number = { $number ->
    [0] 零
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
    [7] 七
    [8] 八
    [9] 九
    [10] 十
    [11] 十一
    [12] 十二
    [13] 十三
    [14] 十四
    [15] 十五
    [16] 十六
    [17] 十七
    [18] 十八
    [19] 十九
    [20] 二十
    [21] 二十一
    [22] 二十二
    [23] 二十三
    [24] 二十四
    [25] 二十五
    [26] 二十六
    [27] 二十七
    [28] 二十八
    [29] 二十九
    [30] 三十
    [31] 三十一
    [32] 三十二
    [33] 三十三
    [34] 三十四
    [35] 三十五
    [36] 三十六
    [37] 三十七
    [38] 三十八
    [39] 三十九
    [40] 四十
    [41] 四十一
    [42] 四十二
    [43] 四十三
    [44] 四十四
    [45] 四十五
    [46] 四十六
    [47] 四十七
    [48] 四十八
    [49] 四十九
    [50] 五十
    [51] 五十一
    [52] 五十二
    [53] 五十三
    [54] 五十四
    [55] 五十五
    [56] 五十六
    [57] 五十七
    [58] 五十八
   *[59] 五十九
}


alert-kind-alert = 警報
alert-kind-update = 更新
alert-kind-cancel-error = 取り消し（誤って発信）
alert-kind-cancel-withdrawn = 取り消し（見込みがなくなった）
alert-kind-hold = 保留（誤りとの報告）
alert-kind-clear = 警報解除
alert-kind-lapsed = 確認が途絶えた警報
alert-kind-drill = 訓練
alert-stage-prepare = 準備
alert-stage-expect = まもなく
alert-stage-take-cover = 直ちに行動
alert-stage-clear = 警報解除

alert-order-air-raid-prepare = 避難の準備をしてください
alert-order-air-raid-expect = 避難場所の近くへ移動してください
alert-order-air-raid-take-cover = 直ちに避難してください
alert-order-earthquake-prepare = 壊れた建物に入らないでください
alert-order-earthquake-take-cover = 姿勢を低くし頭を守ってください
alert-order-tsunami-prepare = 海や川から離れてください
alert-order-tsunami-expect = 海岸から高台へ移動してください
alert-order-tsunami-take-cover = すぐに高い所へ逃げてください
alert-order-flood-prepare = 高い所へ移る準備をしてください
alert-order-flood-expect = 高台へ移動してください
alert-order-flood-take-cover = すぐに高い所へ逃げてください
alert-order-landslide-prepare = 斜面から離れる準備をしてください
alert-order-landslide-expect = 斜面から離れてください
alert-order-landslide-take-cover = すぐに斜面から離れてください
alert-order-storm-surge-prepare = 海岸から離れる準備をしてください
alert-order-storm-surge-expect = 海岸から高台へ移動してください
alert-order-storm-surge-take-cover = すぐに高い所へ逃げてください
alert-order-fire-prepare = 避難の準備をしてください
alert-order-fire-expect = 火から離れて避難してください
alert-order-fire-take-cover = すぐに火から離れて逃げてください
alert-order-volcano-prepare = 避難の準備をしてください
alert-order-volcano-expect = 火山から離れて避難してください
alert-order-volcano-take-cover = すぐに火山から離れてください
alert-order-radiological-prepare = 屋内に入る準備をしてください
alert-order-radiological-expect = 屋内に入ってください
alert-order-radiological-take-cover = すぐに建物の中へ入ってください
alert-order-chemical-expect = 建物の上の階へ移動してください
alert-order-chemical-take-cover = すぐに上の階へ移り窓を閉めてください

alert-cancel-error-order = この警報に従わないでください
alert-cancel-withdrawn-order = 情報を聞き続けてください（取り下げ）
alert-keep-stay = 今の場所にとどまってください
alert-keep-up = まだ下りないでください
alert-keep-away = まだ戻らないでください
alert-hold-order = { $order }（誤報の可能性）
alert-lapsed-order = { $order }（未確認）
alert-clear-order = 警報解除

alert-drill-word = 訓練

alert-second-awaited = 担当者1人が署名しました。2人目の署名が必要です。
alert-time = { $hour }時{ $minute }分

alert-date-time = { $month ->
    [1] 1月
    [2] 2月
    [3] 3月
    [4] 4月
    [5] 5月
    [6] 6月
    [7] 7月
    [8] 8月
    [9] 9月
    [10] 10月
    [11] 11月
   *[12] 12月
}{ $day }日{ $time }


guide-name-ways = みちしるべ
guide-name-notes = メモ
guide-skip = 本文へ進む
guide-back = 戻る
guide-tab-now = いま
guide-tab-plans = 計画
guide-tab-cards = 場面
guide-tab-more = その他

guide-confirmed = 最終確認 { $time }
guide-looked = 警報を確認した時刻 { $time }
guide-no-contact = { $time } から通信なし
guide-no-sender = このページに警報は届きません
guide-no-sender-help = このページに警報を送る機関はまだありません。サイレン、ラジオ、公式の情報に注意してください。
guide-silence = ここに何も出ていなくても、異常がないとは限りません。サイレン、ラジオ、公式の情報に注意してください。
guide-until-word = ラジオ、防災無線など公式の知らせがあるまで、この指示に従ってください。
guide-clock-behind = この端末の時計がずれている可能性があります。警報の時刻を確かめてください。
guide-data-of = 道と避難場所のデータ：{ $date }
guide-data-old = データは90日より前のものです（{ $date }）。入口や道が変わっている可能性があります。
guide-data-undated = データの日付は不明です。入口や道が変わっている可能性があります。

guide-what-happens = 何が起きていますか？
guide-siren = サイレンが聞こえる
guide-shaking = 強い揺れを感じる
guide-untold = 何か異常だが、何か分からない
guide-plan-for = 備えの計画：{ $hazard }
guide-where-now = いまどこにいますか？
guide-all-plans = すべての計画と地図
guide-drill-walk = いま歩いて試す

guide-issued = { $time } 発表
guide-area = 対象地域：{ $place }
guide-message = 発表の文面：{ $words }
guide-sender = 発表：{ $sender }
guide-told-siren = { $time } にサイレンを聞いたと入力
guide-told-shaking = { $time } に揺れを感じたと入力
guide-told-untold = { $time } に異常を感じたと入力
guide-told-no-alert = これは入力にもとづく表示で、公式に署名された警報ではありません。
guide-told-end = 公式に終了が知らされた
guide-told-mistake = 間違えて押した
guide-what-is-it = 何の危険か分かる場合：
guide-after-shaking = 揺れが収まったら
guide-after-shaking-out = 階段で外へ出て、塀、ガラス、電線から離れてください。海の近くなら、すぐ高い所へ。
guide-more-alerts = その他の情報
guide-unconfirmed = 未確認の情報
guide-unconfirmed-do = 有効な署名が足りない情報です。公式の情報を聞いてください。
guide-cancelled = 取り消し
guide-why-here = 現在地が対象です。
guide-why-at-start = 出発地点が対象です。
guide-why-at-poster = 最後に読み取った掲示の場所が対象です。
guide-why-at-remembered = 登録した場所「{ $name }」が対象です。
guide-why-where-are-you = 現在地が分かりません。あなたの場所が対象かもしれません。
guide-why-may-be-you = 対象の場所がこの端末では分かりません。あなたの場所かもしれません。
guide-why-elsewhere = 他の地域が対象です。

guide-needed = 必要な時間
guide-left = 残り
guide-there-is = 警報から使える時間
guide-length = 道のり
guide-next = 次：
guide-only-outside = すでに屋外にいる場合のみ：
guide-nearest-late = 最寄り（ここからは間に合いません）：
guide-where = どこから出発しますか？
guide-choose-start = 出発地点を選ぶ
guide-change-start = 出発地点を変える
guide-places-stay = 場所の情報はこの端末の外に出ません。
guide-from = 出発地点：{ $start }
guide-at-position = この端末の現在地
guide-yes-here = はい、ここです
guide-working = 経路を計算しています…
guide-no-street = この地点の近くに歩ける道がありません。別の地点を選んでください。
guide-engine-fault = 計算できませんでした。上の指示と公式の情報に従ってください。
guide-loading = 地域のデータを読み込み中：{ $percent } %
guide-no-city = この端末に地域のデータがありません。ボタンと場面別の行動は使えます。
guide-load-again = もう一度読み込む
guide-pets-no = ペット不可とされています。
guide-pets-unknown = ペットを連れて入れるかは不明です。
guide-slower = 以前の練習で計画より時間がかかったため、長めに計算しています。

guide-floor = { $floor }階分上
guide-night = 夜・暗い
guide-pets = ペット連れ

guide-search = 住所・通り・場所の名前
guide-kind-place = 場所
guide-kind-shelter = 避難場所
guide-kind-street = 通り
guide-kind-address = 住所
guide-locating = 現在地を探しています…
guide-locate-failed = 現在地が分かりません。検索するか、地図をタップしてください。
guide-is-it-here = ここから出発しますか？
guide-yes-start = はい、ここから出発します
guide-remember-here = この場所を端末に登録する
guide-place-name = 名前
guide-home = 自宅
guide-remember = はい、登録もする
guide-remembered = 登録した場所
guide-poster = 掲示
guide-poster-help = 入口の掲示のコードを読み取ることもできます。
guide-by-crossing = { $street } との交差点付近
guide-near = { $name } の近く（{ $length }）
guide-map-help = 経路の地図。同じ内容を文章でも示しています。矢印キーで動かせます。
guide-map-choose-help = 地図。出発地点をタップするか、矢印キーで動かして Enter を押してください。

guide-walk-now = 道を案内する
guide-walk-on = 案内に戻る
guide-walk-plan = 計画{ $letter }の道
guide-drill-band = 練習中（警報ではありません）
guide-to = 行き先：{ $name }
guide-step = { $steps }段階の{ $step }
guide-in-length = あと{ $length }
guide-then = その次：{ $words }
guide-off-way = 道から{ $length }離れています。
guide-next-step = できた、次へ
guide-step-back = 一つ前へ
guide-inside = 中に入った
guide-follow = 現在地を追う
guide-walked = 歩いた時間
guide-planned = 予定
guide-door-closed = 入口が閉まっている
guide-end-walk = 案内を終わる
guide-arrived = 着きました
guide-to-start = 最初の画面へ
guide-switch = 別の避難場所へ：
guide-switch-late = ここから間に合う避難場所はほかにありません。次の行動を：
guide-go-there = その道を案内する
guide-learned = 実際は{ $took }、予定は{ $planned }でした。今後は長い方の時間で計算します。
guide-learned-same = 実際は{ $took }、予定は{ $planned }でした。計画の時間はそのままです。

guide-speak = 読み上げる
guide-hush = 読み上げを止める

guide-share = 計画を共有する
guide-share-says = 受け取った人には出発地点が分かります。自分で送るまで何も送信されません。
guide-share-text = 文章で共有
guide-copy-text = 文章をコピー
guide-copy-link = リンクをコピー
guide-copied = コピーしました。
guide-copy-failed = コピーできません。上の文章を選択してください。
guide-code = この出発地点のコード（別の端末のカメラ用）

guide-bedside = 枕元モード
guide-bedside-help = 画面を暗くつけたままにし、警報や通信切れを音で知らせます。充電器につないでください。
guide-bedside-on = このページを開いて前面にしている間、画面はついたままで、音が出ます。
guide-bedside-start = 始めて、音を確かめる
guide-bedside-off = 終わる
guide-no-wake-lock = このブラウザーは画面をつけたままにできません。暗くなり、音が出なくなることがあります。

guide-selftest = この端末を点検
guide-selftest-help = いま試した結果です。
guide-trial-engine = 地域のデータが開ける
guide-trial-files = ファイルに欠けがない
guide-trial-store = ブラウザーに保存できる
guide-trial-lasting = 保存が消されにくい
guide-trial-offline = 通信なしで開ける
guide-trial-trust = 信じる発信者が分かる
guide-trial-contact = いま警報を取得できた
guide-trial-sound = 音が出せる
guide-trial-voice = この言語を端末だけで読み上げられる
guide-trial-vibration = 振動する
guide-trial-awake = 画面をつけたままにできる
guide-trial-is-works = できる
guide-trial-is-fails = できない
guide-trial-is-unknown = 不明
guide-hear-tone = 音を鳴らす
guide-try-again = もう一度点検

guide-settings = 設定
guide-contrast = 高コントラスト
guide-frugal = 電池を節約
guide-frugal-help = 黒い背景、地図なし、更新を減らします。
guide-easy = やさしい言葉
guide-easy-help = 短い文と絵で行動を示します。
guide-who = 歩く人
guide-forget-pace = 忘れる
guide-hidden-head = 目立たないように
guide-hidden = 控えめモード
guide-hidden-help = 訓練は音を出さず、画面も切り替えません。本物の警報は出ます。
guide-called = 表示名
guide-called-help = ホーム画面の名前と絵柄です。追加する前に選んでください。
guide-none-remembered = ありません。
guide-forget-place = 「{ $name }」を消す
guide-stored = この端末にあるもの
guide-stored-size = { $place }：{ $megabytes } MB を保存
guide-store-fails = このブラウザーには保存できません。ファイルとして保存してください。
guide-save-file = ファイルに保存
guide-open-file = ファイルから開く
guide-loaded = 読み込みました。
guide-load-failed = 読み込めませんでした。前のデータはそのままです。
guide-file-refused = ファイルが壊れているか、対象外です。前のデータはそのままです。
guide-forget-head = すべて消す
guide-forget-help = 場所、設定、情報、地域のデータをすぐに端末から消します。
guide-forget-all = いますぐすべて消す

guide-first-title = このページにできないこと
guide-first-sound = 閉じている間や、画面に触れる前は、音が出ません。
guide-first-data = { $place }の{ $date }のデータです。入口が閉まり道がふさがっていることもあります。目で確かめてください。
guide-first-data-unknown = データは古いことがあります。入口が閉まり道がふさがっていることもあります。目で確かめてください。
guide-first-official = サイレン、当局の指示、自分の目で見たことが先です。
guide-first-silence = 何も表示がなくても、何もないとは言えません。
guide-first-can = できること
guide-first-offline = 一度読み込めば、通信なしで、どこへ、どの道で、何分かを示します。
guide-first-private = 居場所は端末の外に出ません。登録も不要です。
guide-first-ok = 読みました

guide-all-cards = すべての場面
guide-card-car = 車の中
guide-do-first-car = 道をふさがない所に止め、エンジンを切り、鍵を残してください。
guide-do-then-car = 空襲：車を降りて頑丈な建物へ。なければ車から離れたくぼみに伏せてください。
guide-do-last-car = 津波・洪水：水の中を走らない。車を捨て、歩いて高い所へ。
guide-card-bus = バス・路面電車
guide-do-first-bus = 運転手の指示に従い、停止した所で降りてください。
guide-do-then-bus = 空襲：最も近い頑丈な建物へ入り、ガラスから離れてください。
guide-do-last-bus = 地震：つかまって頭を守る。海の近くなら、止まったら高い所へ。
guide-card-metro = 地下鉄
guide-do-first-metro = 空襲：地下のホームは身を守れます。端から離れ、中ほどへ。
guide-do-then-metro = 浸水・煙・ガス：すぐに階段で地上へ。
guide-do-last-metro = トンネルで停車：乗務員に従い、自分で線路に下りないでください。
guide-card-lift = エレベーター
guide-do-first-lift = すべての階のボタンを押し、最初に開いた階で降りてください。
guide-do-then-lift = 閉じ込められたら非常ボタンで通話。扉をこじ開けない。
guide-do-last-lift = その後は階段だけを使ってください。
guide-card-bridge = 橋の上
guide-do-first-bridge = 近い方の端から橋を離れてください。
guide-do-then-bridge = 空襲で時間がない：欄干の根元に伏せ、頭を覆ってください。
guide-do-last-bridge = 津波・洪水：川から離れて高い所へ。橋の下に入らない。
guide-card-beach = 海辺
guide-do-first-beach = 強い・長い揺れ、または潮が引いたら：警報の前にすぐ高い所へ走ってください。
guide-do-then-beach = 高台か、高く頑丈な建物の上へ。物を取りに戻らない。
guide-do-last-beach = 波は何時間も続きます。公式の知らせまで下りないでください。
guide-card-field = 屋外・野原
guide-do-first-field = 空襲：くぼみや土手の陰に伏せ、頭を覆い、口を開けてください。
guide-do-then-field = 木、鉄塔、車、燃料から離れてください。
guide-do-last-field = 煙やにおい：風を横切り高い方へ。落ちている物に触れない。
guide-card-top-floor = 最上階
guide-do-first-top-floor = 空襲：時間があれば階段で下へ。なければ外と二枚の壁を隔てた場所へ。
guide-do-then-top-floor = 窓から離れ、内側の部屋かガラスのない階段へ。
guide-do-last-top-floor = 津波・洪水：下りない。下の階の火事：煙の下を低く、階段で外へ。
guide-card-children = 子どもと一緒
guide-do-first-children = 手をつなぎ、小さい子は抱いて。短く「今から避難所へ行くよ」。
guide-do-then-children = 学校の子は学校で避難します。車で迎えに行かない。
guide-do-last-children = 名前、電話番号、血液型を書いた紙をポケットに。
guide-card-wheelchair = 車いす
guide-do-first-wheelchair = 「階段を下りるのを二人で手伝って」と声に出す。エレベーターは使わない。
guide-do-then-wheelchair = 歩く人で「車いす」を選ぶと、階段のない道を示します。
guide-do-last-wheelchair = 空襲で時間がない：内側の部屋でブレーキをかけ、頭を下げて覆う。
guide-card-after = 攻撃の後
guide-do-first-after = 再び攻撃されることがあります。集まらず、身を守り続けてください。
guide-do-then-after = ガスのにおい：火もスイッチも使わず、窓を開けて外へ。
guide-do-last-after = 不明な物に触れず、目印を残し、来た道を戻り、緊急通報を。

guide-other-languages = ほかの言語
guide-tourist-help = 言葉の通じない人に見せてください。

easy-inner-room = 建物に入る。窓のない部屋へ行く。伏せる。
easy-lie-down = 丈夫な建物に入る。近くになければ、伏せる。手で頭を守る。
easy-drop-cover-hold = しゃがむ。机の下に入る。つかまる。
easy-open-ground = 広い場所へ行く。壁とガラスから離れる。
easy-highest-floor = すぐ上へ。一番上の階へ。下へ行かない。
easy-high-ground = すぐ高い所へ。丘か高い建物へ。水から離れる。
easy-upstairs-away-from-slope = 上の階へ。山と反対側の部屋へ。
easy-sideways = 横へ、そして上へ。山の下へ行かない。
easy-keep-going = 火から離れる。進み続ける。戻らない。
easy-middle-or-cellar = 地下か家の真ん中へ。窓を閉める。上着を脱ぐ。
easy-into-building = 丈夫な建物に入る。窓から離れる。
easy-upstairs-sealed = 上の階へ。地下へ行かない。窓と扉を閉める。
easy-upwind = 風の横へ、上へ。においから離れる。
easy-inner-room-above-ground = 上の階の内側の部屋へ。地下へ行かない。窓から離れる。
easy-into-building-upstairs = 丈夫な建物に入る。上の階へ。地下へ行かない。


hazard-air-raid = 空襲・ミサイル
hazard-earthquake = 地震
hazard-tsunami = 津波
hazard-flood = 洪水
hazard-landslide = 土砂災害
hazard-storm-surge = 高潮
hazard-fire = 大規模な火事
hazard-volcano = 火山噴火
hazard-radiological = 放射性物質
hazard-chemical = 化学物質・ガス
hazard-untold = 何が起きたか分からない
hazard-and = { $first }＋{ $second }

walker-adult = 大人
walker-older = 高齢者
walker-child = 子ども・ベビーカー
walker-wheelchair = 車いす
walker-night = { $walker }（夜間）


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
late-on-arrival = 中に入ったら：{ $order }


notice-emergency = --emergency で作成：私有の庭や門を通る道を含みます。公開禁止。
notice-no-shelters = この地域には避難場所のデータがありません（与えられていません）。現地にないという意味ではありません。
notice-candidates = { $places }か所のうち{ $candidates }か所は候補で、公式の避難場所ではありません。避難に適すると認められていません。
notice-private = 一覧の所有者の非公開の記録を含みます。公開しないでください。
notice-data = データ：{ $credit }
notice-not-for-emergency = 緊急時には使わないでください。自治体や当局の指示に従ってください。


page-title = hinan：どの避難場所へ、どの道で、何分で
page-question = どの避難場所へ、どの道で、何分で？
page-place = { $place }の避難場所
page-not-for-emergency = 緊急時には使わないでください。自治体や当局の指示に従ってください。
page-cannot-wake = このページは眠っている人を起こせません。電話の緊急速報を有効にしてください。
page-not-reviewed = この言語はまだ母語話者の確認を受けていません。
page-data-date = { $date }現在のデータ
page-data-date-unknown = データの日付は不明
page-attribution = データの出典
page-language = 言語
page-theme = 配色
page-theme-light = 明るい
page-theme-dark = 暗い
page-theme-system = 端末に合わせる
page-skip-to-plans = 避難案へ移動
page-menu = メニュー

page-tab-resident = 住民
page-tab-planner = 計画担当

page-map = 地図
page-map-help = 道路、避難場所、戸口の地図。クリックで場所を選ぶか、矢印キーで動かして Enter を押してください。
page-zoom-in = 拡大
page-zoom-out = 縮小
page-show-all = 地域全体を表示
page-legend = 凡例
page-legend-minutes = ここから避難場所に入るまでの分数
page-band-first = { $minutes }分まで
page-band = { $from }～{ $to }分
page-band-over = { $minutes }分超
page-no-way = 避難場所への道なし
page-unknown = 不明
page-forbidden = 立入禁止区域
page-shelter-official = 公式の避難場所
page-shelter-mapped = 地図にあるが、公式の一覧にない
page-shelter-candidate = 候補（適すると認められていない）
page-shelter-closed = この画面で閉鎖中

page-search-none = 「{ $words }」は見つかりません。
page-search-results = { $number }件
page-choose-start = 地図で自分の建物をクリックしてください。
page-locate = 現在地を使う
page-locate-note = 位置情報はこの端末から出ません。
page-locate-failed = 現在地が分かりません。地図で自分の建物をクリックしてください。
page-hazard = 災害の種類
page-hazard-any = 種類を問わない
page-walker = 歩く人
page-floor = 階
page-floor-help = 出口より何階上か。エレベーターは使えないものとします。
page-delay = 歩き出すまでの時間
page-within = 持ち時間
page-within-default = 区域・自治体・災害の種類による
page-at = 日時
page-at-now = 時刻を問わない
page-more-options = 詳しい条件

page-plans = 避難案
page-plan = 案{ $letter }
page-plan-zero = 案0：この建物
page-minutes = { $minutes ->
   *[other] 分
}
page-in-time = 間に合う
page-go-at-once = すぐ出発
page-only-if-outside = 屋外にいる場合だけ
page-late = 間に合わない
page-what-to-do = 今すること
page-the-way = 道順
page-facts = この避難場所について
page-print = 印刷
page-clear = 消去
page-no-plans = ここからの避難案はありません

page-coverage = 到達状況
page-all = 全体
page-in-time-share = 間に合う割合
page-median = 中央値
page-worst = 最大
page-count = 集計
page-counting = 集計中…
page-export = 書き出し
page-export-csv = 表（CSV）
page-export-geojson = 地図レイヤー（GeoJSON）
page-export-gpkg = 地図レイヤー（GeoPackage）
page-export-parquet = 位置付きの表（GeoParquet）
page-close-shelter = この避難場所を閉鎖する
page-open-shelter = この避難場所を再び開く
page-close-street = この道を閉鎖する
page-open-street = この道を再び開く
page-reset = 閉鎖をすべて取り消す
page-changed = 変わること
page-lose = { $people }人が間に合わなくなります
page-gain = { $people }人が間に合うようになります
page-nothing-changes = 誰にも変化はありません。
page-audit = データの誤り
page-audit-none = 誤りは見つかりませんでした。誤りがないという意味ではありません。
page-audit-findings = 指摘{ $number }件
page-audit-costs = 影響する人数：{ $people }人
page-compare = 比較
page-difference = 第二−第一
page-show-on-map = 地図に表示

page-close = 閉じる
page-error = エラー：{ $reason }
page-error-outside = その場所はこの地域の外です。
page-error-no-street = この人が使える道が{ $length }以内にありません。
page-error-map = このブラウザーでは地図を描けません。下の避難案は使えます。

page-keyboard = キーボード
page-key-move = 矢印キー：地図を動かす
page-key-zoom = プラスとマイナス：拡大・縮小
page-key-choose = Enter：中央の場所を選ぶ
page-key-search = スラッシュ：検索
page-key-close = Escape：閉じる

page-search-or-place = 通り、避難先、または緯度,経度
page-search-go = 検索
page-time-help = 90 s や 10 min のように書きます。
page-changed-help = 地図の避難先か通りをクリックすると閉鎖され、何が変わるかがすぐに分かります。
page-before = 変更前
page-after = 変更後
page-change = 差
page-as-table = 同じ内容を表で見る
page-districts = 地区
page-districts-help = 地区ごとに数える：GeoJSON ファイルをここに置くか、選んでください。
page-file-no-geojson = 地物のある GeoJSON ではありません
page-file-too-large = { $megabytes } MB を超えています
page-other-way = 間に合うかどうかが変わる人はいません。{ $people }人は最寄りの避難場所か道のりが変わります。
page-own-building = 建物そのものが避難場所

page-queue = 入口で待つ時間
page-inside = この建物の避難場所
page-inside-listed = 一覧のとおり
page-inside-known = ある
page-inside-unknown = 不明
page-inside-none = ない
page-also-counted = 計算の条件：{ $what }
page-offered = 案内できる避難場所
page-compare-curves = 発令からの分数ごとに避難場所に入った人の割合（％）
page-finding = データの不備
page-shelters = 避難場所
page-changed-later = 戸口{ $doorsteps }か所からの道が長くなります：中央値で{ $median }、最大で{ $worst }の増加。
page-changed-lose = 戸口{ $doorsteps }か所が避難場所への道をすべて失います。

page-everyone = 全員に場所を
page-everyone-help = 避難先の定員を数えて、だれが間に合う場所を得られるか。まず人数を最大に、次に歩く合計を最小に。
page-everyone-count = 定員を数える
page-everyone-places-each = 定員が不明な避難先の定員
page-everyone-people-each = 戸口ごとの人数
page-everyone-answer = { $people }人のうち{ $placed }人に間に合う場所があり、{ $left }人にはありません。
page-everyone-starts = 住んでいる人数が分からないため、どの戸口も同じに数えます。
page-everyone-unknown = { $shelters }か所の避難先は定員が分かりません。
page-everyone-norm = { $shelters }か所は面積から定員を計算：1人あたり{ $m2 } m²（{ $source }）。
page-everyone-proven = 証明済み：これより多くの人に、またはより短い歩きで場所を割り当てる方法はありません。
page-everyone-not-proven = 良い答えですが、最善とは証明されていません。
page-everyone-instead = 1人分の場所
page-everyone-more = ほかに{ $number }件。別の列で並べ替えると見られます。
page-everyone-on-map = 地図に示すもの
page-everyone-sign-room = 空きのある避難先（大きいほど多い）
page-everyone-sign-full = 満員の避難先
page-everyone-sign-without = 場所のない人
page-everyone-shelter = 避難先
page-everyone-places = 定員
page-everyone-load = 割り当て人数
page-everyone-price = 定員1人分の価値
page-everyone-lose = 施錠で間に合わなくなる人
page-everyone-longer = 施錠で遠くなる人
page-sites = 新しい避難場所
page-sites-help = 新しい避難場所をどこに置くとよいか。今ある避難場所はそのままです。
page-sites-new = いくつ
page-sites-objective = 何を重視するか
page-sites-cover = 間に合う人を最も多く
page-sites-median = 歩く時間の合計を最も短く
page-sites-center = 最も長い歩行を短く
page-sites-candidates = 置いてよい場所
page-sites-nodes = 道のすべての角
page-sites-osm = 地図の地下鉄駅・駐車場・学校
page-sites-find = 場所を探す
page-sites-answer-cover = 新しい避難場所（{ $sites }か所）で、{ $people }人のうち{ $after }人が間に合います。今は{ $now }人です。
page-sites-answer-median = 歩く時間の合計は{ $after }、今は{ $now }。どこにも着けない人：{ $without }。
page-sites-answer-center = 最も長い歩行は{ $after }、今は{ $now }。どこにも着けない人：{ $without }。
page-sites-proven = 証明済み：同じ数でこれより良い選び方はありません。
page-sites-bound = 同じ数のどの選び方も{ $bound }より良くはなりません。
page-sites-beyond = { $people }人は、これらのどの場所でも間に合いません。
page-sites-any-time = 災害が選ばれていないため、どんなに長い歩行も間に合うと数えています。災害を選ぶか、別の重視点にしてください。
page-sites-place = 場所
page-sites-adds-cover = 増える人数
page-sites-adds-median = 減る時間
page-sites-adds-center = 減る時間
page-sites-then-cover = その時間に合う人
page-sites-then-median = その時の合計
page-sites-then-center = その時の最長
page-sites-hours = { $hours }時間
page-sites-curve = 新しい避難場所が0、1、2…か所のとき間に合う人
page-sites-across = 新しい避難場所の数
page-sites-capacitated = 収容人数を考える
page-sites-places = 新しい1か所の収容人数
page-sites-places-each = 不明な避難場所の収容人数
page-sites-reserve = 今ある避難場所で空けておく割合（%）
page-sites-places-now = 今ある避難場所の収容人数：{ $places }人。
page-sites-answer-cover-places = 新しい避難場所（{ $sites }か所）で、{ $people }人のうち{ $after }人に間に合う場所があります。今は{ $now }人です。
page-sites-answer-median-places = 歩く時間の合計は{ $after }、今は{ $now }。場所がない人：{ $without }。
page-sites-curve-places = 新しい避難場所が0、1、2…か所のとき間に合う場所がある人


answer-go = 間に合います（余裕{ $spare }）
answer-go-at-once = すぐに出発すれば間に合います
answer-only-if-already-outside = すでに屋外にいる場合だけ間に合います
answer-late = 間に合いません
answer-late-by = 間に合いません（{ $late }不足）
answer-of = { $what }：{ $answer }
answer-needed = 必要な時間は{ $left }のうち{ $needed }：{ $answer }。

route-from = 出発地：{ $start }
start-node = 地点 { $node }
start-on = { $place }、{ $street }沿い
start-off = { $place }、{ $street }から{ $length }
start-unnamed = 名前のない道
pace-walker = 歩く人：{ $walker }、平らな道で秒速{ $pace } m
pace-walker-no-stairs = 歩く人：{ $walker }、平らな道で秒速{ $pace } m、階段は使えません
pace-given = 時間は道路網のデータのとおり

clock-alert = 警報から{ $time }（{ $from }）
clock-alert-zone = 警報から{ $time }（{ $from }、{ $zone }）
clock-threat = { $threat }：{ $clock }
clock-end = { $clock }。
clock-start = { $clock }。うち{ $start }は道路に出るまでの時間です。
clock-stairs = { $clock }。出口までに、この人には使えない階段があります。その階から出るために助けを求めてください。
budget-asked = 指定どおり
budget-zone = この区域の時間
budget-neighbour = どの区域にも入らないため、隣接区域の最短時間
budget-city = 自治体が設定
budget-assumed = 仮定の時間。自分で設定してください

zero-building = この建物
zero-shelter = この場所：{ $name }
zero-unknown = この建物：避難できる場所があるかは不明です。あれば、そこが第一です

plan-title = 案{ $letter }：{ $title }、{ $minutes }
plan-title-length = 案{ $letter }：{ $title }、{ $minutes }、{ $length }
plan-remark = { $title }（{ $remark }）
plan-note = 注意：{ $remark }。
plan-note-unfit = 注意：{ $remark }。避難に適すると認められていません。
plan-source = 出典：{ $source }。
source-unknown = 不明
source-dated = { $file }（{ $format }）、{ $date }現在
source-undated = { $file }（{ $format }）、日付不明
source-checked = { $source }、最終確認 { $day }

route-isolated = 地図ではこの道はほかの道につながっていません。地図に欠けがあるかもしれません。
route-edge = 地図データの端の方が、どの避難場所よりも近くにあります。範囲の外にもっと近い避難場所があるかもしれません。
none-forbidden = ここは立入禁止区域です。そこを通る道は示しません。当局の指示に従ってください。
none-offered = この地域の避難場所はどれも案内できません（{ $reasons }）。
none-edge = ここから避難場所に着けるかは不明です。地図データの端の方が、どの避難場所よりも近くにあります。
none-on-foot = ここから徒歩で行ける避難場所はこの地域にありません。


remark-mapped = 公式の一覧にありません：地図に描かれた{ $kind }
remark-candidate = 公式の避難場所ではありません：{ $kind }
kind-unknown = 種類不明
kind-metro-station = 地下鉄駅
kind-underground-car-park = 地下駐車場
kind-bomb-shelter = 防空壕
kind-air-raid-shelter = 防空シェルター
kind-civil-defence-shelter = 民間防衛シェルター
kind-personnel-shelter = 人員用シェルター
kind-nuclear-shelter = 核シェルター
kind-fallout-shelter = 放射性降下物シェルター

status-open = 開いているとされています
status-closed = 閉鎖中
status-defunct = 使用不可
status-full = 満員
status-unknown = 開いているかは不明
hours-known = 開設時間 { $hours }
hours-unknown = 開設時間は不明
access-public = 誰でも入れます
access-private = そこに住む人、学ぶ人、働く人だけが入れます
access-key = 鍵が必要です
access-unknown = 誰が入れるかは不明
wheelchair-yes = 車いすで入れます
wheelchair-no = 車いすでは入れません
wheelchair-unknown = 車いすで入れるかは不明
capacity-known = 定員{ $places }人
capacity-area = { $area } m2、定員は不明
capacity-unknown = 定員は不明
listed-known = 対象の災害：{ $hazards }
listed-unknown = どの災害に適するかは不明
underground-yes = 地下
fact-and-more = { $facts }；{ $fact }
fact-end = { $facts }。
facts-note = { $facts } 一覧の注記：{ $note }。

not-offered-bad-for = 一覧で「{ $hazard }」に適さないとされています
not-offered-underground = 地下にあります（{ $hazard }）
not-offered-not-stated = 「{ $hazard }」に適するとした一覧がありません
not-offered-listed-for-others = ほかの災害用で、「{ $hazard }」用ではありません
not-offered-untold = 何が起きたか分かりません
not-offered-unusable = 閉鎖、満員、または使用不可
not-offered-closed-at-that-hour = その時刻には閉まっています
not-offered-forbidden = 立入禁止区域にあります
not-offered-private = そこに住む人、学ぶ人、働く人だけが入れます
not-offered-no-wheelchairs = 車いすでは入れません
not-offered-count = { $number }か所：{ $reason }


time-seconds = { $seconds }秒
time-minutes = { $minutes }分
time-minutes-seconds = { $minutes }分{ $seconds }秒
time-unreachable = 到達できません
length-metres = { $metres } m
length-kilometres = { $kilometres } km
list-and-more = { $list }、{ $item }


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
`;export{e as default};