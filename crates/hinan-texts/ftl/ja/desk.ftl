### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

desk-title = hinan desk：署名する内容がそのまま見えます
desk-live = 本番：住民に届きます
desk-drill = 訓練：練習です
desk-in-force = 現在有効な警報
desk-on-hold = 保留中
desk-awaiting = 2人目の署名が必要
desk-lapsed = 確認が途絶えた警報
desk-refused = 拒否された文書
desk-none-known = この端末が把握している警報はありません。危険の有無を示すものではありません。
desk-new = ひな形から新しい警報
desk-hazard = 災害
desk-stage = 切迫度
desk-place = 場所
desk-zones = 区域
desk-draw = 地図に描く
desk-duration = 有効時間
desk-impact = 予想時刻
desk-languages = 言語
desk-people = 区域内の人数
desk-people-unknown = 区域内の人数：不明
desk-shelters = 区域内の避難場所
desk-retype = 人数をもう一度入力してください
desk-review = 署名する内容（正確なバイト列から）
desk-words = 4つの単語：もう1人の担当者と同じか確かめてください
desk-passphrase = 鍵の合言葉
desk-sign = 署名する
desk-signed-by = 署名者：{ $names }
desk-cancel-error = 取り消す：誤って発信
desk-cancel-withdrawn = 取り消す：見込みがなくなった
desk-clear = 警報解除（担当者2人）
desk-area-missing = 場所がないと送れません。区域を選ぶか、地図に描いてください。
desk-last-look = 最終確認：{ $time }
desk-contact-lost = { $time }以降、プログラムと通信できていません。
