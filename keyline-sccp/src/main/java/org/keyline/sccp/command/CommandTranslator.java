package org.keyline.sccp.command;

import java.util.function.Supplier;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.field.ResetType;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.station.BusyLampStatus;

/** Turns each command into its messages. */
public final class CommandTranslator {
    private CommandTranslator() {}

    /**
     * Shows {@code command} on {@code panel}.
     *
     * @param time the time for phones whose clock must be set again
     * @throws UnprotectedKeyException for a media key where it may not go; nothing of the command was sent then
     */
    public static void perform(StationCommand command, StationPanel panel, Supplier<ServerMessage> time) {
        switch (command) {
            case StationCommand.GiveDialTone c -> OutgoingFlow.giveDialTone(c, panel);
            case StationCommand.StartEnBloc c -> OutgoingFlow.startEnBloc(c, panel);
            case StationCommand.FirstDigit c -> OutgoingFlow.firstDigit(c, panel);
            case StationCommand.EraseDigit c -> OutgoingFlow.eraseDigit(c, panel);
            case StationCommand.OutsideDialTone c -> panel.tone(Tone.OUTSIDE_DIAL, c.line(), c.call());
            case StationCommand.AskCode c -> OutgoingFlow.askCode(c, panel);
            case StationCommand.Proceed c -> OutgoingFlow.proceed(c, panel);
            case StationCommand.RingBack c -> OutgoingFlow.ringBack(c, panel);
            case StationCommand.Refuse c -> OutgoingFlow.refuse(c, panel);
            case StationCommand.Offer c -> IncomingFlow.offer(c, panel);
            case StationCommand.Answered c -> IncomingFlow.answered(c, panel);
            case StationCommand.Connected c -> TalkFlow.connected(c, panel);
            case StationCommand.Held c -> TalkFlow.held(c, panel);
            case StationCommand.HoldReverted c -> TalkFlow.holdReverted(c, panel);
            case StationCommand.MarkedMalicious c -> TalkFlow.markedMalicious(c, panel);
            case StationCommand.Resumed c -> TalkFlow.resumed(c, panel);
            case StationCommand.FarEndHeld c -> TalkFlow.farEndHeld(c, panel);
            case StationCommand.UpdateParties c -> TalkFlow.updateParties(c, panel);
            case StationCommand.Notify c -> TalkFlow.notify(c, panel);
            case StationCommand.InUseElsewhere c -> RemoteFlow.inUseElsewhere(c, panel);
            case StationCommand.ShowForwards c -> ForwardFlow.show(c, panel);
            case StationCommand.Select c -> TalkFlow.select(c, panel);
            case StationCommand.ListParticipants c -> panel.conferenceList().show(c, panel);
            case StationCommand.ShowCallBack c -> panel.callBackPages().show(c, panel);
            case StationCommand.BargeTone c -> TalkFlow.bargeTone(c, panel);
            case StationCommand.ShowLineStatus c -> panel.lamp(c.speedDial(), BusyLampStatus.of(c.status()));
            case StationCommand.ShowDoNotDisturb c -> SilenceFlow.show(c, panel);
            case StationCommand.ShowPrivacy c -> PrivacyFlow.show(c, panel);
            case StationCommand.ShowHuntGroups c -> HuntGroupFlow.show(c, panel);
            case StationCommand.ShowMessages c -> MessagesFlow.show(c, panel);
            case StationCommand.Confirm c -> OutgoingFlow.confirm(c, panel);
            case StationCommand.Explain c -> TalkFlow.explain(c, panel);
            case StationCommand.TakenElsewhere c -> PickupFlow.takenElsewhere(c, panel);
            case StationCommand.Parked c -> PickupFlow.parked(c, panel);
            case StationCommand.ShowPickup c -> PickupFlow.show(c, panel);
            case StationCommand.AlertPickup c -> PickupFlow.alert(c, panel);
            case StationCommand.Clear c -> ClearFlow.clear(c, panel, time);
            case StationCommand.OpenReceive c -> MediaFlow.openReceive(c, panel);
            case StationCommand.CloseReceive c -> MediaFlow.closeReceive(c, panel);
            case StationCommand.StartTransmit c -> MediaFlow.startTransmit(c, panel);
            case StationCommand.StopTransmit c -> MediaFlow.stopTransmit(c, panel);
            case StationCommand.JoinGroup c -> MediaFlow.joinGroup(c, panel);
            case StationCommand.LeaveGroup c -> MediaFlow.leaveGroup(c, panel);
            case StationCommand.RequestStatistics c -> MediaFlow.requestStatistics(c, panel);
            case StationCommand.Reset c -> panel.send(new ServerRegistration.Reset(type(c.kind(), panel)));
        }
    }

    private static ResetType type(StationCommand.Reset.Kind kind, StationPanel panel) {
        return switch (kind) {
            case RESET -> ResetType.RESET;
            case RESTART -> ResetType.RESTART;
            case APPLY_CONFIGURATION ->
                panel.traits().appliesConfiguration() ? ResetType.APPLY_CONFIG : ResetType.RESTART;
        };
    }
}
