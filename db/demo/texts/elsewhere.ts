/** What people bring to the community though it belongs elsewhere, and what they are told; `{place}` is an estate or a street. */
export const elsewhereTexts = [
  {
    category: 'other',
    title: '借钱不还',
    text: '住{place}，去年借给同楼的人两万块钱，一直拖着不还，社区能不能帮我要回来？',
    channel: 'court',
    reply:
      '借款是您和对方之间的事，社区不能代为追要。您可以先请我们的调解员约双方坐下来谈，谈不成可以向法院起诉，法律援助站每周三在街道值班。',
  },
  {
    category: 'noise',
    title: '有人打架',
    text: '{place}楼下现在有人喝了酒吵架动手，声音很大，我们不敢出去。',
    channel: 'emergency',
    reply:
      '正在发生的危险请马上打 110，我们接到后也已经报警，民警十分钟内到了现场。以后遇到这种事，请先报警再告诉我们。',
  },
  {
    category: 'other',
    title: '想装宽带',
    text: '住{place}，想换一家宽带，哪家便宜？社区能不能派人来装？',
    channel: 'market',
    reply: '装宽带由您自己选公司办理，社区不指定哪一家。门口公告栏贴了三家的营业厅电话，您比一比再定。',
  },
  {
    category: 'other',
    title: '工资被拖欠',
    text: '我住{place}，在外区一个工地干活，三个月工资没给，想请你们帮着说说。',
    channel: 'otherPlace',
    reply: '工地在别的区，要由当地的劳动监察受理。我们把地址和要带的材料写给您了，去之前可以来社区帮您把材料理一遍。',
  },
  {
    category: 'building',
    title: '征收补偿有意见',
    text: '{place}老房子的征收补偿，去年已经有了处理意见，我还是不服，想再说说。',
    channel: 'petition',
    reply: '这件事已有书面处理意见，不服可以在三十日内申请复查。我们可以陪您去信访接待室，帮您把材料带齐。',
  },
  {
    category: 'road',
    title: '催问修路',
    text: '{place}门口修路的事上次已经报过了，再来问一声。',
    channel: 'underway',
    reply: '您上次报的那件正在办，施工队已经排上。新的进展会写在原来那件里，凭原来的编号就能看到，这件就不另外办了。',
  },
] as const;
